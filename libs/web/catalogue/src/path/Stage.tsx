import type { CourseItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { pathTexts } from '../texts/paths.js';
import { AddCourse } from './AddCourse.js';
import { addStep, moveStep, removeStep, setStage, setStep } from './change-draft.js';
import type { PathDraft, StageDraft, StepDraft } from './path-draft.js';
import { StageHead } from './StageHead.js';
import { StepRow } from './StepRow.js';
import styles from './Stages.module.css';

interface Props {
  draft: PathDraft;
  stage: StageDraft;
  index: number;
  onChange: (change: (draft: PathDraft) => PathDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** A step is about to move: for the focus and for a screen reader. */
  onMoveStep: (step: StepDraft, by: -1 | 1) => void;
  /** A step was taken out and could be put back. */
  onRemovedStep: (step: StepDraft, place: number) => void;
}

/** One stage of a draft: its name, its day, its courses. */
export function Stage({ draft, stage, index, onChange, onMove, onRemove, onMoveStep, onRemovedStep }: Props) {
  const { t } = useTexts(pathTexts);
  const { stages } = draft;
  const used = new Set(stages.flatMap((other) => other.steps.map((step) => step.courseId)));
  const add = ({ id, title, publishedNumber }: CourseItem) =>
    onChange(
      addStep(stage.key, {
        key: crypto.randomUUID(),
        courseId: id,
        courseTitle: title,
        coursePublished: publishedNumber !== null,
        optional: false,
      }),
    );
  const move = (step: StepDraft, place: number, by: -1 | 1) => {
    onMoveStep(step, by);
    onChange(moveStep(index, place, by));
  };
  return (
    <li className={styles.stage} data-row={stage.key}>
      <StageHead
        stage={stage}
        index={index}
        count={stages.length}
        onChange={(change) => onChange(setStage(stage.key, change))}
        onMove={onMove}
        onRemove={onRemove}
      />
      {stage.steps.length > 0 ? (
        <ol className={styles.steps}>
          {stage.steps.map((step, place) => (
            <StepRow
              key={step.key}
              step={step}
              first={index === 0 && place === 0}
              last={index === stages.length - 1 && place === stage.steps.length - 1}
              onMove={(by) => move(step, place, by)}
              onOptional={(optional) => onChange(setStep(stage.key, step.key, { optional }))}
              onRemove={() => {
                onChange(removeStep(stage.key, step.key));
                onRemovedStep(step, place);
              }}
            />
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{t('stages.noCourse')}</p>
      )}
      <AddCourse used={used} stage={stage.title || t('stages.stage', { place: index + 1 })} onAdd={add} />
    </li>
  );
}
