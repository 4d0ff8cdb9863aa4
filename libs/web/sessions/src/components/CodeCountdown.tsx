import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import { deskTexts } from '../texts/desk.js';
import styles from './CodeScreen.module.css';

/** How long the digits are still shown: a line that runs out. */
export function CodeCountdown({ changesAt, seconds }: { changesAt: string; seconds: number }) {
  const { t } = useTexts(deskTexts);
  const [left] = useState(() => Math.max(0, Math.min(seconds, (Date.parse(changesAt) - Date.now()) / 1000)));
  return (
    <span className={styles.left} role="img" aria-label={t('code.next')}>
      <span style={{ animationDuration: `${left}s`, width: `${(left / seconds) * 100}%` }} />
    </span>
  );
}
