import type { PersonRecord } from '@lms/contracts';
import { formatDay, paths, useTexts } from '@lms/web-platform';
import { type Column, DataTable, Hidden, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { recordViewTexts } from '../texts/record.js';
import styles from './HistoryTable.module.css';

type Item = PersonRecord['outside'][number];

interface Props {
  record: PersonRecord;
  /** Whether the reader may take something back. */
  corrects: boolean;
}

/** Cards and courses from outside as somebody recorded them, newest first. */
export function OutsideTable({ record: { outside, personId }, corrects }: Props) {
  const { t } = useTexts(recordViewTexts);
  const columns: Column<Item>[] = [
    {
      key: 'what',
      head: t('record.outsideWhat'),
      main: true,
      cell: (item) => (
        <>
          <span className={item.takenBack ? styles.revoked : undefined}>
            {t('record.sourceBy', { title: item.title, by: item.by })}
          </span>{' '}
          {item.takenBack && <Plate look="danger">{t('record.revoked')}</Plate>}
          {!item.takenBack && item.counts && <Plate look="soft">{t('record.counts')}</Plate>}
        </>
      ),
    },
    { key: 'number', head: t('record.number'), cell: (item) => item.reference },
    { key: 'issued', head: t('record.issued'), tight: true, cell: (item) => formatDay(item.awardedOn) },
    {
      key: 'expires',
      head: t('record.expires'),
      tight: true,
      cell: (item) => (item.expiresOn ? formatDay(item.expiresOn) : t('record.forLife')),
    },
    {
      key: 'by',
      head: t('record.recordedBy'),
      cell: (item) =>
        item.recordedByName && t('record.checkedBy', { day: formatDay(item.recordedOn), name: item.recordedByName }),
    },
    {
      key: 'correct',
      head: t('record.correct'),
      cell: (item) =>
        corrects &&
        !item.takenBack && (
          <Link to={paths.takeBackOutside(personId, item.id)}>
            {t('record.takeBack')}
            <Hidden> {item.title}</Hidden>
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('record.outside')}
      rows={outside}
      rowKey={(item) => item.id}
      columns={columns.filter(({ key }) => key !== 'correct' || corrects)}
    />
  );
}
