import type { ErasurePreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import styles from '../shared/shared.module.css';
import { personTexts } from '../texts/person.js';
import { AreaTable } from './AreaTable.js';
import { StandingNames } from './StandingNames.js';

/** What an erasure would do: by name, in files, and area by area. */
export function PreviewParts({ preview }: { preview: ErasurePreview }) {
  const { t } = useTexts(personTexts);
  return (
    <div className={styles.stack}>
      <div className={styles.part}>
        <h3>{t('erase.named')}</h3>
        <ul className={styles.named} aria-label={t('erase.named')}>
          {preview.named.map((word) => (
            <li key={word}>
              <Plate>{word}</Plate>
            </li>
          ))}
        </ul>
        <div className={styles.quiet}>
          {preview.files > 0 && <p>{t('erase.files', { count: preview.files })}</p>}
          <p>{t('erase.completions', { count: preview.completions })}</p>
        </div>
      </div>
      <AreaTable areas={preview.areas} />
      <StandingNames standing={preview.standing} />
    </div>
  );
}
