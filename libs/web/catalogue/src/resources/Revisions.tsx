import type { Resource } from '@lms/contracts';
import { formatDayOf, useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { resourceTexts } from '../texts/resources.js';
import styles from './ResourcePage.module.css';
import { factsOf } from './words.js';

/** Every file that stood here, the newest first. */
export function Revisions({ resource }: { resource: Resource }) {
  const { t } = useTexts(resourceTexts);
  return (
    <ul className={styles.revisions}>
      {resource.revisions.map((revision) => (
        <li key={revision.id}>
          <b>{t('one.current', { number: revision.number })}</b>
          {revision.number === resource.current.number && <Plate look="ink">{t('one.now')}</Plate>}
          <span>{revision.name}</span>
          <span>{factsOf(revision)}</span>
          <span>
            {formatDayOf(revision.createdAt)}
            {revision.createdByName && ` ${t('one.by', { name: revision.createdByName })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
