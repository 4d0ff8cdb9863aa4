import { Button, Empty, FormActions, Hidden, Icon } from '@lms/web-ui';
import { type ReactNode, useState } from 'react';
import { moveItem } from '../../components/move.js';
import { MoveButtons } from '../../components/MoveButtons.js';
import { useMovedFocus } from '../../components/use-moved-focus.js';
import styles from './WrittenRows.module.css';

interface Row {
  id: string;
  text: string;
}

interface Texts {
  title: string;
  none: string;
  noneText: string;
  up: string;
  down: string;
  remove: string;
  add: string;
  /** What a row is called for who does not see it. */
  named: (row: Row, number: number) => string;
}

interface Props<T extends Row> {
  rows: readonly T[];
  most: number;
  texts: Texts;
  /** A row with this id and nothing in it. */
  empty: (id: string) => T;
  /** All rows as they are now; those without words are not to be kept. */
  onChange: (rows: readonly T[]) => void;
  children: (row: T, number: number, onRow: (row: T) => void) => ReactNode;
  note?: (rows: readonly T[]) => ReactNode;
}

/** Rows that are written one after the other, moved with buttons, and taken away; a new one is written at once. */
export function WrittenRows<T extends Row>({ rows: saved, most, texts, empty, onChange, children, note }: Props<T>) {
  // Also holds rows without words, which are not saved yet.
  const [rows, setRows] = useState<readonly T[]>(saved);
  const [fresh, setFresh] = useState<string | null>(null);
  const { root, remember } = useMovedFocus<HTMLOListElement>();
  const change = (next: readonly T[]) => {
    setRows(next);
    onChange(next);
  };
  const add = () => {
    const id = crypto.randomUUID();
    setRows([...rows, empty(id)]);
    setFresh(id);
  };
  return (
    <div className={styles.part}>
      <h3>{texts.title}</h3>
      {rows.length === 0 && <Empty plain title={texts.none} text={texts.noneText} />}
      <ol className={styles.items} ref={root}>
        {rows.map((row, index) => {
          const named = texts.named(row, index + 1);
          return (
            <li key={row.id} data-row={row.id} className={styles.item}>
              <div className={styles.words} ref={row.id === fresh ? focusField : undefined}>
                {children(row, index + 1, (next) => change(rows.map((one) => (one.id === next.id ? next : one))))}
              </div>
              <div className={styles.actions}>
                <MoveButtons
                  upText={texts.up}
                  downText={texts.down}
                  named={named}
                  first={index === 0}
                  last={index === rows.length - 1}
                  onMove={(by) => {
                    remember(row.id, by);
                    change(moveItem(rows, index, by));
                  }}
                />
                <Button size="small" variant="quiet" onClick={() => change(rows.filter(({ id }) => id !== row.id))}>
                  {texts.remove}
                  <Hidden>{named}</Hidden>
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {note?.(rows)}
      {rows.length < most && (
        <FormActions>
          <Button onClick={add}>
            <Icon name="add" size={16} />
            {texts.add}
          </Button>
        </FormActions>
      )}
    </div>
  );
}

function focusField(row: HTMLElement | null): void {
  row?.querySelector('input')?.focus();
}
