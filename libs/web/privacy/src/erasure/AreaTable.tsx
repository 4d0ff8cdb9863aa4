import type { AreaCount } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { DataTable } from '@lms/web-ui';
import styles from '../shared/shared.module.css';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';

/** Area by area: how much goes and how much stays, in words and numbers. */
export function AreaTable({ areas }: { areas: readonly AreaCount[] }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const rows = (count: number) =>
    count === 0 ? t('erase.nothing') : t('erase.rows', { count, shown: formatCount(count) });
  return (
    <DataTable
      caption={t('erase.areas')}
      rows={areas}
      rowKey={({ area }) => area}
      columns={[
        { key: 'area', head: t('erase.area'), main: true, cell: ({ area }) => common(`area.${area}.name`) },
        {
          key: 'goes',
          head: t('erase.goes'),
          cell: ({ area, removed, cleared }) => (
            <span className={styles.what}>
              <strong>{rows(removed + cleared)}</strong>
              <span>{common(`area.${area}.goes`)}</span>
            </span>
          ),
        },
        {
          key: 'stays',
          head: t('erase.stays'),
          cell: ({ area, kept }) => (
            <span className={styles.what}>
              <strong>{rows(kept)}</strong>
              <span>{common(`area.${area}.stays`)}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
