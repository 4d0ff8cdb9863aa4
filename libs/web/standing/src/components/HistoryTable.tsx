import type { PersonRecord } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { CertificateLink, CorrectLinks } from '@lms/web-records';
import { type Column, DataTable, Plate } from '@lms/web-ui';
import { recordViewTexts } from '../texts/record.js';
import styles from './HistoryTable.module.css';

type Completion = PersonRecord['completions'][number];
const sources = [
  'attempt',
  'manual',
  'import',
  'session',
  'equivalence',
  'evidence',
  'practical',
  'refresher',
] as const;

/** The key of a source in words; sources that are newer than this page are simply "Recorded". */
function sourceKey(source: string) {
  const known = sources.find((name) => name === source);
  return known ? (`record.source.${known}` as const) : 'record.source.other';
}

interface Props {
  record: PersonRecord;
  /** Null for one's own. */
  personId: string | null;
  corrects: boolean;
}

/** Every completion there is, newest first. */
export function HistoryTable({ record, personId, corrects }: Props) {
  const { t } = useTexts(recordViewTexts);
  const rows = record.completions.toSorted((a, b) => b.completedOn.localeCompare(a.completedOn) || b.seq - a.seq);
  const columns: Column<Completion>[] = [
    { key: 'course', head: t('record.course'), main: true, cell: (completion) => <Name completion={completion} /> },
    {
      key: 'completed',
      head: t('record.completed'),
      tight: true,
      cell: (completion) => formatDay(completion.completedOn),
    },
    { key: 'how', head: t('record.how'), cell: (completion) => <How completion={completion} /> },
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
      cell: (completion) => completion.score !== null && t('record.percent', { score: Math.round(completion.score) }),
    },
    {
      key: 'certificate',
      head: t('record.certificate'),
      cell: (completion) =>
        completion.certificate && (
          <CertificateLink
            {...completion}
            personId={completion.chainId === record.personId ? personId : completion.chainId}
          />
        ),
    },
    {
      key: 'correct',
      head: t('record.correct'),
      cell: (completion) =>
        personId && !completion.revoked && <CorrectLinks {...completion} personId={completion.chainId} />,
    },
  ];
  return (
    <DataTable
      caption={t('record.history')}
      rows={rows}
      rowKey={(completion) => `${completion.chainId} ${completion.seq}`}
      columns={columns.filter(({ key }) => key !== 'correct' || corrects)}
    />
  );
}

/** How it came to be; of what was counted, from what, of which day, and by which version. */
function How({ completion: { source, through } }: { completion: Completion }) {
  const { t } = useTexts(recordViewTexts);
  if (!source) return null;
  if (!through) return <>{t(sourceKey(source))}</>;
  const { kind, title, by } = through.source;
  const name = by === null ? title : t('record.sourceBy', { title, by });
  return (
    <>
      {t(kind === 'card' ? 'record.throughCard' : 'record.throughCourse', { source: name, day: formatDay(through.on) })}
      <span className={styles.through}>
        {[
          through.remainder && t('record.throughWith', { remainder: through.remainder }),
          through.until && t('record.throughUntil', { day: formatDay(through.until) }),
          t('record.throughVersion', { number: through.number }),
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
    </>
  );
}

function Name({ completion: { title, versionNumber, revoked, revokedWhy } }: { completion: Completion }) {
  const { t } = useTexts(recordViewTexts);
  return (
    <>
      <span className={revoked ? styles.revoked : undefined}>{title}</span>{' '}
      <span className={styles.version}>{t('record.version', { number: versionNumber })}</span>{' '}
      {revoked && (
        <Plate look="danger">
          {revokedWhy ? t('record.revokedOn', { day: formatDay(revokedWhy.on) }) : t('record.revoked')}
        </Plate>
      )}
    </>
  );
}
