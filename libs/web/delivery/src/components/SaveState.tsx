import { formatTime, useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import { useSyncExternalStore } from 'react';
import type { QueueStatus } from '../queue/queue-status.js';
import { deliveryTexts } from '../texts.js';
import { otherSaves, together } from './other-saves.js';
import styles from './SaveState.module.css';

/** Always there: what is saved, and what still waits on this device. */
export function SaveState({ status: queue }: { status: QueueStatus }) {
  const { t } = useTexts(deliveryTexts);
  const status = together(queue, useSyncExternalStore(otherSaves.subscribe, otherSaves.read));
  const waiting = status.waiting > 0;
  const text = waiting
    ? status.offline
      ? t(status.explained ? 'saved.waitingShort' : 'saved.waiting', { count: status.waiting })
      : t('saved.saving')
    : status.lastSavedAt
      ? t('saved.savedAt', { time: formatTime(status.lastSavedAt) })
      : t('saved.saved');
  return (
    <span className={styles.state} data-waiting={waiting && status.offline} role="status">
      <Icon name="signal" />
      {text}
    </span>
  );
}
