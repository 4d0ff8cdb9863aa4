import { useTexts } from '@lms/web-platform';
import { Notice, ProgressRoad } from '@lms/web-ui';
import { resourceTexts } from '../texts/resources.js';
import styles from './Sending.module.css';

interface Props {
  underway: { name: string; percent: number | null } | null;
  error: string | null;
}

/** How far a file is on its way into the library, or why it did not get there. */
export function Sending({ underway, error }: Props) {
  const { t } = useTexts(resourceTexts);
  if (error) return <Notice tone="danger">{error}</Notice>;
  if (!underway) return null;
  const { name, percent } = underway;
  return (
    <div className={styles.sending} role="status">
      <p>{percent === null ? t('checking', { name }) : t('sending', { name, percent })}</p>
      <ProgressRoad look="bar" percent={percent ?? 100} label={t('progress', { name })} />
    </div>
  );
}
