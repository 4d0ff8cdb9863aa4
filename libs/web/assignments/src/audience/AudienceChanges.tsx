import type { AudienceChange } from '@lms/contracts';
import { can, formatMoment, useMe, useTexts } from '@lms/web-platform';
import { Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { audienceHistoryQuery } from '../api/audiences.js';
import { audienceTexts } from '../texts/audiences.js';
import { auditPath } from './audience-links.js';
import styles from './audience.module.css';

/** Who saved an audience, when, and what it said before. */
export function AudienceChanges({ id }: { id: string }) {
  const { t } = useTexts(audienceTexts);
  const me = useMe();
  const { data } = useQuery(audienceHistoryQuery(id));
  return (
    <Section
      title={t('history.title')}
      aside={can(me, 'audit.read') && <Link to={auditPath(id)}>{t('history.audit')}</Link>}
    >
      {data ? (
        <ol className={styles.history}>
          {data.items.map((change) => (
            <li key={change.at}>
              <p>
                <b>{formatMoment(change.at)}</b> {change.byName ?? t('history.system')}
              </p>
              <Said change={change} />
            </li>
          ))}
        </ol>
      ) : (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={2} />
        </Skeleton>
      )}
    </Section>
  );
}

function Said({ change: { name, nameBefore, words, wordsBefore } }: { change: AudienceChange }) {
  const { t } = useTexts(audienceTexts);
  if (nameBefore === null || wordsBefore === null) return <p>{t('history.first', { name, words })}</p>;
  return (
    <>
      {name !== nameBefore && <p>{t('history.named', { name, before: nameBefore })}</p>}
      {words !== wordsBefore && <p>{t('history.said', { words, before: wordsBefore })}</p>}
      {name === nameBefore && words === wordsBefore && <p>{t('history.same')}</p>}
    </>
  );
}
