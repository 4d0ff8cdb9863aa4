import type { PracticalItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, Hidden, Icon } from '@lms/web-ui';
import { useState } from 'react';
import { MoveButtons } from '../../components/MoveButtons.js';
import { useMovedFocus } from '../../components/use-moved-focus.js';
import { CheckField } from '../../fields/CheckField.js';
import { SavingField } from '../../fields/SavingField.js';
import { changeItem, kept, moved, withItem, withoutItem } from './practical-draft.js';
import { practicalTexts } from './practical-texts.js';
import styles from './PracticalPanel.module.css';

const MOST_ITEMS = 60;

interface Props {
  items: readonly PracticalItem[];
  onSave: (items: PracticalItem[]) => void;
}

/** What an assessor looks at, one thing after the other. */
export function PracticalItems({ items: saved, onSave }: Props) {
  const { t } = useTexts(practicalTexts);
  // Also holds items without words, which are not saved yet.
  const [items, setItems] = useState<readonly PracticalItem[]>(saved);
  const [fresh, setFresh] = useState<string | null>(null);
  const { root, remember } = useMovedFocus<HTMLOListElement>();
  const change = (next: PracticalItem[]) => {
    setItems(next);
    onSave(kept(next));
  };
  const add = () => {
    const id = crypto.randomUUID();
    setItems(withItem(items, id));
    setFresh(id);
  };
  return (
    <div className={styles.part}>
      <h3>{t('items')}</h3>
      {items.length === 0 && <Empty plain title={t('itemsNone')} text={t('itemsNoneText')} />}
      <ol className={styles.items} ref={root}>
        {items.map((item, index) => {
          const named = t('named', { name: item.text || t('item', { number: index + 1 }) });
          return (
            <li key={item.id} data-row={item.id} className={styles.item}>
              <div className={styles.words} ref={item.id === fresh ? focusField : undefined}>
                <SavingField
                  label={t('item', { number: index + 1 })}
                  value={item.text}
                  maxLength={400}
                  check={(text) => (text ? null : t('itemMissing'))}
                  onSave={(text) => change(changeItem(items, item.id, { text }))}
                />
                <CheckField
                  label={t('critical')}
                  checked={item.critical}
                  onChange={(critical) => change(changeItem(items, item.id, { critical }))}
                />
              </div>
              <div className={styles.actions}>
                <MoveButtons
                  upText={t('up')}
                  downText={t('down')}
                  named={named}
                  first={index === 0}
                  last={index === items.length - 1}
                  onMove={(by) => {
                    remember(item.id, by);
                    change(moved(items, item.id, by));
                  }}
                />
                <Button size="small" variant="quiet" onClick={() => change(withoutItem(items, item.id))}>
                  {t('remove')}
                  <Hidden>{named}</Hidden>
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {items.length > 0 && (
        <p className={styles.note}>{t(items.some(({ critical }) => critical) ? 'rule' : 'ruleEvery')}</p>
      )}
      {items.length < MOST_ITEMS && (
        <FormActions>
          <Button onClick={add}>
            <Icon name="add" size={16} />
            {t('add')}
          </Button>
        </FormActions>
      )}
    </div>
  );
}

/** A new item is written at once. */
function focusField(row: HTMLElement | null): void {
  row?.querySelector('input')?.focus();
}
