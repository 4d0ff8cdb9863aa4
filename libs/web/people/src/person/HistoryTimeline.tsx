import { can, formatMoment, paths, useMe, useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, LinkButton, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { historyQuery } from '../api/history.js';
import { historyTexts } from '../texts/history.js';
import { fieldSentence } from './history-words.js';
import styles from './HistoryTimeline.module.css';

const shownFirst = 6;

/** What was known of the person and since when, as a line back in time. */
export function HistoryTimeline({ personId }: { personId: string }) {
  const { t } = useTexts(historyTexts);
  const me = useMe();
  return (
    <Section title={t('title')} aside={t('lead')}>
      {(heading) => (
        <>
          <Entries personId={personId} labelledBy={heading} />
          {can(me, 'audit.read') && (
            <FormActions>
              <LinkButton to={`${paths.audit}?targetId=${personId}`}>{t('audit')}</LinkButton>
            </FormActions>
          )}
        </>
      )}
    </Section>
  );
}

function Entries({ personId, labelledBy }: { personId: string; labelledBy: string }) {
  const { t } = useTexts(historyTexts);
  const { data, isError, refetch } = useQuery(historyQuery(personId));
  const [all, setAll] = useState(false);
  if (isError)
    return <Empty title={t('failed')} action={<Button onClick={() => void refetch()}>{t('again')}</Button>} />;
  if (!data)
    return (
      <Skeleton label={t('title')}>
        <SkeletonRows rows={3} />
      </Skeleton>
    );
  if (data.items.length === 0) return <Empty title={t('none')} />;
  const shown = all ? data.items : data.items.slice(0, shownFirst);
  return (
    <>
      <ol className={styles.line} aria-labelledby={labelledBy}>
        {shown.map((entry, index) => {
          const what = t(`what.${entry.what}.${entry.change}`);
          return (
            <li key={index}>
              <time dateTime={entry.knownFrom}>{formatMoment(entry.knownFrom)}</time>
              <h3>{entry.byName ? t('by', { what, name: entry.byName }) : what}</h3>
              {entry.fields.map((field) => (
                <p key={field.name}>{fieldSentence(field)}</p>
              ))}
            </li>
          );
        })}
      </ol>
      {shown.length < data.items.length && (
        <FormActions>
          <Button onClick={() => setAll(true)}>{t('all', { count: data.items.length })}</Button>
        </FormActions>
      )}
    </>
  );
}
