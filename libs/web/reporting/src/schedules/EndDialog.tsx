import { Modal } from '@mantine/core';
import type { ScheduleItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, useReturnFocus } from '@lms/web-ui';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';

interface Props {
  schedule: Pick<ScheduleItem, 'name' | 'receiving'>;
  onEnd: () => void;
  onClose: () => void;
}

/** Ending cannot be taken back, so it says first what it does. */
export function EndDialog({ schedule: { name, receiving }, onEnd, onClose }: Props) {
  const { t } = useTexts(scheduleTexts);
  useReturnFocus();
  return (
    <Modal.Root opened onClose={onClose} size="md" centered>
      <Modal.Overlay />
      <Modal.Content radius="lg">
        {/* Not the library's own header: that is a second banner of the page to a screen reader. */}
        <div className={styles.dialogHead}>
          <Modal.Title className={styles.dialogTitle}>{t('end.title', { name })}</Modal.Title>
          <Modal.CloseButton aria-label={t('end.close')} size="lg" />
        </div>
        <Modal.Body className={styles.dialogBody}>
          <p>{t('end.text', { count: receiving })}</p>
          <div className={styles.dialogActions}>
            <Button variant="danger" onClick={onEnd}>
              {t('end.confirm')}
            </Button>
            <Button onClick={onClose}>{t('end.cancel')}</Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
