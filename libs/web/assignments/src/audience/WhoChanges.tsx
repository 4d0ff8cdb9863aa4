import type { Audience, AudienceDifference, AudiencePredicate } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { Button, Hidden, Section } from '@lms/web-ui';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { differenceQuery } from '../api/audiences.js';
import { audienceTexts } from '../texts/audiences.js';
import { ruleTexts } from '../texts/rules.js';
import { samePredicate } from './audience-draft.js';
import styles from './audience.module.css';

/** Who would come in and who would go, against what is saved. */
export function WhoChanges({ audience, predicate }: { audience: Audience; predicate: AudiencePredicate }) {
  const { t } = useTexts(audienceTexts);
  const [asked] = useDebouncedValue(predicate, 350);
  const same = samePredicate(audience.predicate, asked);
  const { data, isPlaceholderData } = useQuery({ ...differenceQuery(audience, asked), enabled: !same });
  return (
    <Section title={t('difference.title')}>
      {same ? (
        <p className={styles.quiet}>{t('difference.none')}</p>
      ) : !data ? (
        <p className={styles.quiet}>{t('difference.loading')}</p>
      ) : (
        <div className={styles.difference} data-waits={isPlaceholderData || undefined}>
          <p role="status">
            {t('difference.sum', { gains: formatCount(data.gains), leaves: formatCount(data.leaves) })}
          </p>
          <Names title={t('difference.gains', { count: data.gains })} people={data.gaining} all={data.gains} />
          <Names title={t('difference.leaves', { count: data.leaves })} people={data.leaving} all={data.leaves} />
        </div>
      )}
    </Section>
  );
}

/** So many of each are named before somebody asks for more. */
const SHOWN = 6;

function Names({ title, people, all }: { title: string; people: AudienceDifference['gaining']; all: number }) {
  const { t } = useTexts(audienceTexts);
  const { t: rules } = useTexts(ruleTexts);
  const [open, setOpen] = useState(false);
  if (people.length === 0) return null;
  const shown = open ? people : people.slice(0, SHOWN);
  return (
    <>
      <h3 className={styles.sampleHead}>{title}</h3>
      <ul className={styles.sample}>
        {shown.map(({ personId, name, jobRole, organisationName }) => (
          <li key={personId}>
            <b>
              <Link to={paths.person(personId)}>{name}</Link>
            </b>
            <span>{rules('audience.sampleDetail', { role: jobRole, organisation: organisationName })}</span>
          </li>
        ))}
        {all > shown.length && <li>{t('difference.others', { count: all - shown.length })}</li>}
      </ul>
      {people.length > shown.length && (
        <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
          {t('difference.more', { count: people.length - shown.length })}
          <Hidden> {title}</Hidden>
        </Button>
      )}
    </>
  );
}
