import type { AnchorList } from '@lms/contracts';
import { formatCount, formatDay, useTexts } from '@lms/web-platform';
import { DataTable, Hidden } from '@lms/web-ui';
import styles from './Anchors.module.css';
import { anchorFile } from './api.js';
import { fileSize } from './file-size.js';
import { anchorTexts } from './texts.js';

interface Props {
  items: AnchorList['items'];
  /** The key that is published now. */
  publicKey: string;
}

/** Each day's file: how much it covers, how it is known, and the way to take it along. */
export function AnchorTable({ items, publicKey }: Props) {
  const { t } = useTexts(anchorTexts);
  const keyOf = (key: string | null): string => {
    if (key === null) return t('list.keyInFile');
    return key === publicKey ? t('list.keyNow') : t('list.keyOther', { start: key.slice(0, 16) });
  };
  return (
    <DataTable
      caption={t('list.caption')}
      rows={items}
      rowKey={({ day }) => day}
      columns={[
        { key: 'day', head: t('list.day'), main: true, tight: true, cell: ({ day }) => formatDay(day) },
        { key: 'people', head: t('list.chains'), align: 'right', cell: ({ people }) => formatCount(people) },
        { key: 'entries', head: t('list.entries'), align: 'right', cell: ({ entries }) => formatCount(entries) },
        { key: 'hash', head: t('list.hash'), cell: ({ sha256 }) => <code className={styles.hash}>{sha256}</code> },
        { key: 'key', head: t('list.key'), cell: (item) => keyOf(item.publicKey) },
        {
          key: 'file',
          head: t('list.file'),
          tight: true,
          cell: ({ day, size }) => (
            <a href={anchorFile(day)} download>
              {t('list.download', { size: fileSize(size) })}
              <Hidden>{t('list.of', { day: formatDay(day) })}</Hidden>
            </a>
          ),
        },
      ]}
    />
  );
}
