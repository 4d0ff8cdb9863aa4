import { useTexts } from '@lms/web-platform';
import { Button, FormActions } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import { Dialog } from './Dialog.js';
import styles from './Dialog.module.css';

interface Props {
  title: string;
  /** What will happen. */
  text: string;
  /** The verb. */
  action: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what an act will do before it does it. */
export function Confirm({ title, text, action, busy, onConfirm, onClose }: Props) {
  const { t } = useTexts(commonTexts);
  return (
    <Dialog title={title} onClose={onClose}>
      <p className={styles.text}>{text}</p>
      <FormActions>
        <Button variant="danger" busy={busy} onClick={onConfirm}>
          {action}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </FormActions>
    </Dialog>
  );
}
