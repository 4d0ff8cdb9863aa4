import type { ReactNode } from 'react';
import { Hidden } from '../base/Hidden.js';
import styles from './DataTable.module.css';

export interface Column<T> {
  key: string;
  head: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand right. */
  align?: 'left' | 'right';
  /** What names the row; the heading of its card on a phone. Exactly one column. */
  main?: boolean;
  /** Keeps a short cell on one line. */
  tight?: boolean;
}

interface Props<T> {
  /** What the table holds, for a screen reader. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
}

/** Rows of 40 px under an ink rule. On a phone every row becomes a card; the roles keep it a table for a screen reader. */
export function DataTable<T>({ caption, columns, rows, rowKey }: Props<T>) {
  return (
    <table className={styles.table} role="table">
      <caption>
        <Hidden>{caption}</Hidden>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" data-align={column.align}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const content = column.cell(row);
  const empty = content === null || content === undefined || content === '' || content === false;
  if (column.main)
    return (
      <th scope="row" role="rowheader" className={styles.main}>
        {content}
      </th>
    );
  return (
    <td
      role="cell"
      data-align={column.align}
      data-head={column.head}
      data-empty={empty || undefined}
      data-tight={column.tight || undefined}
    >
      <span>{content}</span>
    </td>
  );
}
