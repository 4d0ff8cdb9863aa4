import type { CourseOutline } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { versionTexts } from './version-texts.js';
import styles from './NewVersion.module.css';

/** Why something that was finished is to be read again, or will be. */
export function NewRevisions({ revisions }: Pick<CourseOutline, 'revisions'>) {
  const { t } = useTexts(versionTexts);
  if (revisions.length === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice>
        {revisions.map(({ title, publishedOn, readOn, later }) => (
          <p key={title} className={styles.text}>
            <b>{t('revision.title', { title, day: formatDay(publishedOn) })}</b>{' '}
            {t(later ? 'revision.later' : 'revision.now', { day: formatDay(readOn) })}
          </p>
        ))}
      </Notice>
    </div>
  );
}
