import type { RuleItem } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { DataTable, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

/** Rules as sentences. */
export function RuleTable({ items }: { items: readonly RuleItem[] }) {
  const { t } = useTexts(ruleTexts);
  return (
    <DataTable
      caption={t('list.caption')}
      rows={items}
      rowKey={(rule) => rule.id}
      columns={[
        {
          key: 'rule',
          head: t('list.rule'),
          main: true,
          cell: (rule) => (
            <>
              <Link to={paths.rule(rule.id)}>{rule.name}</Link>
              <span className={styles.sentence}>{rule.sentence}</span>
            </>
          ),
        },
        {
          key: 'state',
          head: t('list.state'),
          cell: (rule) => (
            <span className={styles.plates}>
              <Plate look={rule.state === 'in-force' ? 'ink' : 'outline'}>
                {rule.state === 'planned' ? t('list.open') : t(`state.${rule.state}`)}
              </Plate>
              {rule.waits && <Plate look="danger">{t('list.waits')}</Plate>}
              {rule.openDraft && <Plate look="soft">{t('list.draft')}</Plate>}
              {rule.exceptions > 0 && <Plate look="danger">{t('list.exceptions', { count: rule.exceptions })}</Plate>}
            </span>
          ),
        },
        { key: 'people', head: t('list.people'), align: 'right', cell: (rule) => formatCount(rule.people) },
      ]}
    />
  );
}
