import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Plate } from '@lms/web-ui';
import { MoveButtons } from '../components/MoveButtons.js';
import { CheckField } from '../fields/CheckField.js';
import { pathTexts } from '../texts/paths.js';
import type { StepDraft } from './path-draft.js';
import styles from './Stages.module.css';

interface Props {
  step: StepDraft;
  /** Nothing above it in the whole path, or nothing below it. */
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onOptional: (optional: boolean) => void;
  onRemove: () => void;
}

/** One course of a stage. */
export function StepRow({ step, first, last, onMove, onOptional, onRemove }: Props) {
  const { t } = useTexts(pathTexts);
  const named = t('stages.named', { title: step.courseTitle });
  return (
    <li className={styles.step} data-row={step.key}>
      <div className={styles.stepWords}>
        <b>{step.courseTitle}</b>
        {!step.coursePublished && <Plate look="danger">{t('stages.notPublished')}</Plate>}
      </div>
      <div className={styles.stepActions}>
        <CheckField
          label={
            <>
              {t('stages.optional')}
              <Hidden>{named}</Hidden>
            </>
          }
          checked={step.optional}
          onChange={onOptional}
        />
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
    </li>
  );
}
