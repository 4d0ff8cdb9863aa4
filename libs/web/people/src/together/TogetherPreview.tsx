import type { BulkPreview } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { togetherTexts } from '../texts/together.js';
import styles from './together.module.css';

/** Who would change from what to what, and who stays as they are and why; name by name. */
export function TogetherPreview({ preview, days }: { preview: BulkPreview; days: boolean }) {
  const { t } = useTexts(togetherTexts);
  const { changes, leftOut, unknown } = preview;
  const words = (value: string | null) => (value === null ? t('none') : days ? formatDay(value) : value);
  return (
    <div className={styles.preview}>
      <div role="status">
        <h3>{changes.length > 0 ? t('will', { count: changes.length }) : t('nobody')}</h3>
      </div>
      {changes.length > 0 && (
        <ul className={styles.names} aria-label={t('will', { count: changes.length })} tabIndex={0}>
          {changes.map(({ personId, name, organisationName, before, after }) => (
            <li key={personId}>
              <b>{name}</b> <span className={styles.quiet}>{organisationName}</span>
              <div>{t('from', { before: words(before), after: words(after) })}</div>
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <>
          <h3>{t('stay', { count: leftOut.length })}</h3>
          <ul className={styles.names} aria-label={t('stay', { count: leftOut.length })} tabIndex={0}>
            {leftOut.map(({ personId, name, reason }) => (
              <li key={personId}>
                <b>{name}</b> <span className={styles.quiet}>{t(`reason.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {unknown > 0 && <p>{t('unknown', { count: unknown })}</p>}
    </div>
  );
}
