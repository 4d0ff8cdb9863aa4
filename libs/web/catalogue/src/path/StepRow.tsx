import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon, Plate } from '@lms/web-ui';
import { useState } from 'react';
import { MoveButtons } from '../components/MoveButtons.js';
import { pathTexts } from '../texts/paths.js';
import type { PathDraft, StageDraft, StepDraft } from './path-draft.js';
import { StepPanel } from './StepPanel.js';
import { stepFacts } from './step-facts.js';
import styles from './Stages.module.css';

interface Props {
  draft: PathDraft;
  stage: StageDraft;
  step: StepDraft;
  /** Nothing above it in the whole path, or nothing below it. */
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onChange: (change: (draft: PathDraft) => PathDraft, typing?: string) => void;
  onRemove: () => void;
}

/** One step of a stage: what it is at a glance, and everything about it when it is opened. */
export function StepRow({ draft, stage, step, first, last, onMove, onChange, onRemove }: Props) {
  const { t } = useTexts(pathTexts);
  // What has just been added and has no name yet is opened for it.
  const [open, setOpen] = useState(step.title === '');
  const title = step.title || t('stages.untitled');
  const named = t('stages.named', { title });
  const sort = useSortable({ id: step.key, data: { type: 'step', stage: stage.key } });
  const facts = stepFacts(draft, stage, step, t);
  return (
    <li
      ref={sort.setNodeRef}
      className={styles.step}
      data-row={step.key}
      data-choice={step.choice ? '' : undefined}
      data-dragged={sort.isDragging || undefined}
      style={{ transform: CSS.Translate.toString(sort.transform), transition: sort.transition }}
    >
      <div className={styles.stepTop}>
        <button
          type="button"
          className={styles.grip}
          ref={sort.setActivatorNodeRef}
          {...sort.attributes}
          {...sort.listeners}
          aria-label={t('stages.drag', { title })}
        >
          <Icon name="grip" />
        </button>
        <div className={styles.stepWords}>
          <b>{title}</b>
          {step.kind !== 'course' && <Plate look="outline">{t(`${step.kind}.plate`)}</Plate>}
          {step.kind === 'course' && !step.coursePublished && <Plate look="danger">{t('stages.notPublished')}</Plate>}
          {facts && <span className={styles.facts}>{facts}</span>}
        </div>
        <div className={styles.stepActions}>
          <Button size="small" variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'step.close' : 'step.open')}
            <Hidden>{named}</Hidden>
          </Button>
          <MoveButtons
            upText={t('stages.up')}
            downText={t('stages.down')}
            named={named}
            first={first}
            last={last}
            onMove={onMove}
          />
          <Button size="small" variant="quiet" onClick={onRemove}>
            {t('stages.remove')}
            <Hidden>{named}</Hidden>
          </Button>
        </div>
      </div>
      {open && <StepPanel draft={draft} stage={stage} step={step} onChange={onChange} />}
    </li>
  );
}
