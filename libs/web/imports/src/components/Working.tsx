import type { Import } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { ProgressRoad } from '@lms/web-ui';
import { importTexts } from '../texts.js';
import styles from '../imports.module.css';

/** A step that is being done by itself. */
export function Working({ shown }: { shown: Import }) {
  const { t } = useTexts(importTexts);
  const step = shown.state === 'applying' ? 'applying' : shown.state === 'checking' ? 'checking' : 'reading';
  const { done = 0, total = 0 } = shown.progress ?? {};
  const text = t('progress', { done: formatCount(done), total: formatCount(total) });
  return (
    <div className={styles.working}>
      <p role="status">{t(step)}</p>
      {shown.progress && total > 0 && (
        <>
          <ProgressRoad percent={(done / total) * 100} label={t(step)} valueText={text} look="bar" />
          <p className={styles.figures}>{text}</p>
        </>
      )}
      <p className={styles.quiet}>{t('leave')}</p>
    </div>
  );
}
