import { useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import type { DraftStatus } from '../draft/assessment-draft.js';
import { assessTexts } from '../texts.js';
import styles from './DraftState.module.css';

const keys = {
  saved: 'sheet.saved',
  unsaved: 'sheet.saving',
  saving: 'sheet.saving',
  kept: 'sheet.kept',
  conflict: 'sheet.refused',
  refused: 'sheet.refused',
} as const;

/** Always there: whether the server has it, or this device keeps it. */
export function DraftState({ status }: { status: DraftStatus }) {
  const { t } = useTexts(assessTexts);
  const here = status === 'kept' || status === 'refused' || status === 'conflict';
  return (
    <p className={styles.state} data-here={here} role="status">
      <Icon name="signal" />
      {t(keys[status])}
    </p>
  );
}
