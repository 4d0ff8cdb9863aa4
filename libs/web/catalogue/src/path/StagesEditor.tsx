import { DndContext } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, Icon, Notice, Section, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useMovedFocus } from '../components/use-moved-focus.js';
import { CheckField } from '../fields/CheckField.js';
import { pathTexts } from '../texts/paths.js';
import { addStage, addStep, moveStage, removeStage } from './change-draft.js';
import { circleIn, type PathDraft, type StageDraft, type StepDraft } from './path-draft.js';
import { Stage } from './Stage.js';
import styles from './Stages.module.css';
import { useDragging } from './use-dragging.js';

interface Props {
  draft: PathDraft;
  onChange: (change: (draft: PathDraft) => PathDraft, typing?: string) => void;
}

/** The stages of a draft in order. What is taken out can be put back. */
export function StagesEditor({ draft, onChange }: Props) {
  const { t } = useTexts(pathTexts);
  const { root, remember } = useMovedFocus<HTMLOListElement>();
  const [said, setSaid] = useState('');
  const { stages, sequential } = draft;
  const count = stages.length;
  const nameOf = (stage: StageDraft, index: number) => stage.title || t('stages.stage', { place: index + 1 });

  const dragging = useDragging(draft, onChange, setSaid);
  const circle = circleIn(draft);
  const undo = (title: string, back: (draft: PathDraft) => PathDraft) =>
    toast(t('stages.removed', { title }), { action: { text: t('stages.undo'), run: () => onChange(back) } });
  const move = (stage: StageDraft, index: number, by: -1 | 1) => {
    remember(stage.key, by);
    onChange(moveStage(index, by));
    setSaid(t('stages.movedStage', { title: nameOf(stage, index), place: index + 1 + by, count }));
  };
  const moveStep = (stage: StageDraft, index: number, step: StepDraft, by: -1 | 1) => {
    remember(step.key, by);
    const place = stage.steps.indexOf(step) + 1 + by;
    const title = step.title || t('stages.untitled');
    const other = stages[index + by];
    if (stage.steps[place - 1]) setSaid(t('stages.movedStep', { title, place, count: stage.steps.length }));
    else if (other) setSaid(t('stages.crossedStep', { title, stage: nameOf(other, index + by) }));
  };
  const remove = (stage: StageDraft, index: number) => {
    onChange(removeStage(stage.key));
    undo(nameOf(stage, index), addStage(stage, index));
  };
  const add = () => {
    const last = stages.at(-1);
    onChange(
      addStage({ key: crypto.randomUUID(), title: '', offset: last ? last.offset : '0', choices: [], steps: [] }),
    );
  };
  return (
    <Section title={t('stages.title')}>
      <div className={styles.switch}>
        <CheckField
          label={t('stages.sequential')}
          hint={t('stages.sequentialHint')}
          checked={sequential}
          onChange={(next) => onChange((old) => ({ ...old, sequential: next }))}
        />
      </div>
      {count === 0 && <Empty title={t('stages.none')} text={t('stages.noneText')} />}
      {circle && (
        <Notice tone="danger">{t('after.circle', { titles: [...circle, circle[0] ?? ''].join(' → ') })}</Notice>
      )}
      <DndContext {...dragging}>
        <SortableContext items={stages.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
          <ol ref={root} aria-label={t('stages.title')}>
            {stages.map((stage, index) => (
              <Stage
                key={stage.key}
                draft={draft}
                stage={stage}
                index={index}
                onChange={onChange}
                onMove={(by) => move(stage, index, by)}
                onRemove={() => remove(stage, index)}
                onMoveStep={(step, by) => moveStep(stage, index, step, by)}
                onRemovedStep={(step, place) =>
                  undo(step.title || t('stages.untitled'), addStep(stage.key, step, place))
                }
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <div className={count > 0 ? styles.foot : undefined}>
        <Button onClick={add}>
          <Icon name="add" size={18} />
          {t('stages.add')}
        </Button>
      </div>
      <span aria-live="polite">
        <Hidden>{said}</Hidden>
      </span>
    </Section>
  );
}
