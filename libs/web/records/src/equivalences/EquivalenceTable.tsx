import type { EquivalenceItem } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { DataTable, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import styles from './equivalences.module.css';
import { saySource, sayTerms } from './say.js';
import { equivalenceTexts } from './texts.js';

export function EquivalenceTable({ items }: { items: readonly EquivalenceItem[] }) {
  const { t } = useTexts(equivalenceTexts);
  return (
    <DataTable
      caption={t('list.caption')}
      rows={items}
      rowKey={(item) => item.id}
      columns={[
        {
          key: 'what',
          head: t('list.what'),
          main: true,
          cell: (item) => <Link to={paths.equivalence(item.id)}>{saySource(item.source, t)}</Link>,
        },
        {
          key: 'as',
          head: t('list.as'),
          cell: (item) => (
            <>
              {item.courseTitle}
              <span className={styles.below}>{sayTerms(item, t)}</span>
            </>
          ),
        },
        {
          key: 'state',
          head: t('list.state'),
          cell: (item) => (
            <span className={styles.plates}>
              <Plate look={item.state === 'in-force' ? 'ink' : 'outline'}>{t(`state.${item.state}`)}</Plate>
              {item.waiting && <Plate look="danger">{t('list.waiting')}</Plate>}
              {item.openDraft && !item.waiting && <Plate look="soft">{t('list.draft')}</Plate>}
            </span>
          ),
        },
        { key: 'people', head: t('list.people'), align: 'right', cell: (item) => formatCount(item.people) },
      ]}
    />
  );
}
