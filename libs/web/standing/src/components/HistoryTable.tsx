import type { PersonRecord } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { DataTable, Plate } from '@lms/web-ui';
import { standingTexts } from '../texts.js';
import styles from './HistoryTable.module.css';

const sources = ['attempt', 'manual', 'import', 'session', 'equivalence', 'evidence', 'practical'] as const;

/** The key of a source in words; sources that are newer than this page are simply "Recorded". */
function sourceKey(source: string) {
  const known = sources.find((name) => name === source);
  return known ? (`record.source.${known}` as const) : 'record.source.other';
}

/** Every completion there is, newest first. */
export function HistoryTable({ record }: { record: PersonRecord }) {
  const { t } = useTexts(standingTexts);
  const rows = record.completions.toSorted((a, b) => b.completedOn.localeCompare(a.completedOn) || b.seq - a.seq);
  return (
    <DataTable
      caption={t('record.history')}
      rows={rows}
      rowKey={(completion) => completion.seq}
      columns={[
        {
          key: 'course',
          head: t('record.course'),
          main: true,
          cell: (completion) => (
            <>
              <span className={completion.revoked ? styles.revoked : undefined}>{completion.title}</span>{' '}
              <span className={styles.version}>{t('record.version', { number: completion.versionNumber })}</span>{' '}
              {completion.revoked && <Plate look="danger">{t('record.revoked')}</Plate>}
            </>
          ),
        },
        {
          key: 'completed',
          head: t('record.completed'),
          tight: true,
          cell: (completion) => formatDay(completion.completedOn),
        },
        {
          key: 'how',
          head: t('record.how'),
          cell: (completion) => completion.source && t(sourceKey(completion.source)),
        },
        { key: 'by', head: t('record.recordedBy'), cell: (completion) => completion.recordedByName },
        {
          key: 'valid',
          head: t('record.validUntil'),
          tight: true,
          cell: (completion) => (completion.validUntil ? formatDay(completion.validUntil) : t('record.forLife')),
        },
        {
          key: 'score',
          head: t('record.score'),
          align: 'right',
          cell: (completion) =>
            completion.score !== null && t('record.percent', { score: Math.round(completion.score) }),
        },
      ]}
    />
  );
}
