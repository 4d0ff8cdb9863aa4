import type { PracticalItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { CheckField } from '../../fields/CheckField.js';
import { SavingField } from '../../fields/SavingField.js';
import { kept } from './practical-draft.js';
import { practicalTexts } from './practical-texts.js';
import styles from './PracticalPanel.module.css';
import { WrittenRows } from './WrittenRows.js';

const MOST_ITEMS = 60;

interface Props {
  items: readonly PracticalItem[];
  onSave: (items: PracticalItem[]) => void;
}

/** What an assessor looks at, one thing after the other. */
export function PracticalItems({ items, onSave }: Props) {
  const { t } = useTexts(practicalTexts);
  return (
    <WrittenRows
      rows={items}
      most={MOST_ITEMS}
      texts={{
        ...{ title: t('items'), none: t('itemsNone'), noneText: t('itemsNoneText'), add: t('add') },
        ...{ up: t('up'), down: t('down'), remove: t('remove') },
        named: ({ text }, number) => t('named', { name: text || t('item', { number }) }),
      }}
      empty={(id) => ({ id, text: '', critical: false })}
      onChange={(rows) => onSave(kept(rows))}
      note={(rows) =>
        rows.length > 0 && (
          <p className={styles.note}>{t(rows.some(({ critical }) => critical) ? 'rule' : 'ruleEvery')}</p>
        )
      }
    >
      {(item, number, onItem) => (
        <>
          <SavingField
            label={t('item', { number })}
            value={item.text}
            maxLength={400}
            check={(text) => (text ? null : t('itemMissing'))}
            onSave={(text) => onItem({ ...item, text })}
          />
          <CheckField
            label={t('critical')}
            checked={item.critical}
            onChange={(critical) => onItem({ ...item, critical })}
          />
        </>
      )}
    </WrittenRows>
  );
}
