import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useTexts } from '@lms/web-platform';
import { pathTexts } from '../texts/paths.js';
import { AddStep } from './AddStep.js';
import { addStep, moveStep, removeStep, setStage } from './change-draft.js';
import { Choices } from './Choices.js';
import type { PathDraft, StageDraft, StepDraft } from './path-draft.js';
import { StageHead } from './StageHead.js';
import { StepRow } from './StepRow.js';
import styles from './Stages.module.css';

interface Props {
  draft: PathDraft;
  stage: StageDraft;
  index: number;
  onChange: (change: (draft: PathDraft) => PathDraft, typing?: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** A step is about to move: for the focus and for a screen reader. */
  onMoveStep: (step: StepDraft, by: -1 | 1) => void;
  /** A step was taken out and could be put back. */
  onRemovedStep: (step: StepDraft, place: number) => void;
}

/** One stage of a draft: its name, its day, its steps. */
export function Stage({ draft, stage, index, onChange, onMove, onRemove, onMoveStep, onRemovedStep }: Props) {
  const { t } = useTexts(pathTexts);
  const { stages } = draft;
  const sort = useSortable({ id: stage.key, data: { type: 'stage', stage: stage.key } });
  const used = new Set(stages.flatMap((other) => other.steps.flatMap((step) => step.courseId ?? [])));
  const move = (step: StepDraft, place: number, by: -1 | 1) => {
    onMoveStep(step, by);
    onChange(moveStep(index, place, by));
  };
  return (
    <li
      ref={sort.setNodeRef}
      className={styles.stage}
      data-row={stage.key}
      data-dragged={sort.isDragging || undefined}
      style={{ transform: CSS.Translate.toString(sort.transform), transition: sort.transition }}
    >
      <StageHead
        stage={stage}
        index={index}
        count={stages.length}
        grip={{ ref: sort.setActivatorNodeRef, ...sort.attributes, ...sort.listeners }}
        onChange={(change, field) => onChange(setStage(stage.key, change), `${stage.key}/${field}`)}
        onMove={onMove}
        onRemove={onRemove}
      />
      <Choices stage={stage} onChange={onChange} />
      {stage.steps.length > 0 ? (
        <SortableContext items={stage.steps.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
          <ol className={styles.steps}>
            {stage.steps.map((step, place) => (
              <StepRow
                key={step.key}
                draft={draft}
                stage={stage}
                step={step}
                first={index === 0 && place === 0}
                last={index === stages.length - 1 && place === stage.steps.length - 1}
                onMove={(by) => move(step, place, by)}
                onChange={onChange}
                onRemove={() => {
                  onChange(removeStep(stage.key, step.key));
                  onRemovedStep(step, place);
                }}
              />
            ))}
          </ol>
        </SortableContext>
      ) : (
        <p className={styles.none}>{t('stages.noCourse')}</p>
      )}
      <AddStep
        used={used}
        stage={stage.title || t('stages.stage', { place: index + 1 })}
        onAdd={(step) => onChange(addStep(stage.key, step))}
      />
    </li>
  );
}
