import type { AudiencePredicate } from '@lms/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { countQuery } from '../api/audiences.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './audience.module.css';

/** Whom an audience holds at this moment, told again when it was changed. */
export function LiveCount({ predicate, note = null }: { predicate: AudiencePredicate; note?: string | null }) {
  const { t } = useTexts(ruleTexts);
  const [asked] = useDebouncedValue(predicate, 350);
  const { data, isPlaceholderData } = useQuery(countQuery(asked));
  const waits = !data || isPlaceholderData || asked !== predicate;
  return (
    <Section title={t('audience.live')}>
      <p className={styles.count} role="status" data-waits={waits || undefined}>
        {data ? (
          <>
            <b>{formatCount(data.people)}</b> {t('audience.liveUnit', { count: data.people })}
          </>
        ) : (
          t('audience.counting')
        )}
      </p>
      {note && <p className={styles.quiet}>{note}</p>}
      {data && data.sample.length > 0 && (
        <>
          <h3 className={styles.sampleHead}>{t('audience.sample')}</h3>
          <ul className={styles.sample}>
            {data.sample.map(({ personId, name, jobRole, organisationName }) => (
              <li key={personId}>
                <b>
                  <Link to={paths.person(personId)}>{name}</Link>
                </b>
                <span>{t('audience.sampleDetail', { role: jobRole, organisation: organisationName })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
