import { formatDayOf, formatMoment, useTexts } from '@lms/web-platform';
import { Hidden, Row, Rows, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import { StatePlate } from '../components/VersionPlates.js';
import { commonTexts } from '../texts/common.js';
import type { LivingVersion } from './life.js';
import styles from './VersionList.module.css';

/** Every version of a course or a path, the newest first, and which of them is shown above. */
export function VersionList({ versions, shownId }: { versions: readonly LivingVersion[]; shownId: string }) {
  const { t } = useTexts(commonTexts);
  const story = (version: LivingVersion): string => {
    if (version.publishedAt) {
      const day = formatDayOf(version.publishedAt);
      return version.approvedByName
        ? t('versions.publishedBy', { day, name: version.approvedByName })
        : t('versions.publishedOn', { day });
    }
    if (version.state === 'in-review' && version.submittedAt)
      return t('versions.askedBy', {
        moment: formatMoment(version.submittedAt),
        name: version.submittedByName ?? '',
      });
    return version.createdByName ? t('versions.draftBy', { name: version.createdByName }) : t('versions.draft');
  };
  return (
    <Section title={t('versions.title')}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {versions.map((version, index) => (
            <Row
              key={version.id}
              title={
                <span className={styles.title}>
                  {t('version', { number: version.number })}
                  <StatePlate state={version.state} />
                </span>
              }
              detail={story(version)}
              action={
                version.id === shownId ? (
                  <span className={styles.shown}>{t('versions.shown')}</span>
                ) : (
                  <Link to={index === 0 ? '.' : `?version=${version.number}`}>
                    {t('versions.show')}
                    <Hidden> {t('version', { number: version.number })}</Hidden>
                  </Link>
                )
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
