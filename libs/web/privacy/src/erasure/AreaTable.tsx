import type { AreaCount, DataArea } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { DataTable } from '@lms/web-ui';
import styles from '../shared/shared.module.css';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';

/** In the order in which people think of them, whoever they are first. */
const order = [
  'person',
  'employment',
  'sign-in',
  'record',
  'evidence',
  'practicals',
  'learning',
  'training',
  'paths',
  'messages',
  'reports',
  'history',
  'privacy',
] as const satisfies readonly DataArea[];

/** Area by area: how much goes and how much stays, in words and numbers. */
export function AreaTable({ areas, done = false }: { areas: readonly AreaCount[]; done?: boolean }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const told = (count: number, words: string) => (
    <span className={styles.what}>
      <strong>{count === 0 ? t('erase.nothing') : t('erase.rows', { count, shown: formatCount(count) })}</strong>
      {count > 0 && <span>{words}</span>}
    </span>
  );
  return (
    <DataTable
      caption={t('erase.areas')}
      rows={order.flatMap((each) => areas.find(({ area }) => area === each) ?? [])}
      rowKey={({ area }) => area}
      columns={[
        { key: 'area', head: t('erase.area'), main: true, cell: ({ area }) => common(`area.${area}.name`) },
        {
          key: 'goes',
          head: t(done ? 'erase.went' : 'erase.goes'),
          cell: ({ area, removed, cleared }) => told(removed + cleared, common(`area.${area}.goes`)),
        },
        {
          key: 'stays',
          head: t(done ? 'erase.stayed' : 'erase.stays'),
          cell: ({ area, kept }) => told(kept, common(`area.${area}.stays`)),
        },
      ]}
    />
  );
}
