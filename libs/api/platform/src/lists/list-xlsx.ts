import type { Readable } from 'node:stream';
import { type SheetCell, type SheetColumn, xlsxOf } from '../spreadsheets/write-xlsx.js';
import { aboutOf } from './about-of.js';
import type { ShownCell, ShownColumn, ShownList } from './shown-list.js';

/** A list as a workbook. A word with a day takes two columns, so that it can be filtered by the one and sorted by the other. */
export function listXlsx(list: ShownList, at: Date): Readable {
  const { title, columns, rows, fixed } = list;
  return xlsxOf(title, columns.flatMap(sheetColumns), typed(columns, rows), { fixed, about: aboutOf(list, at) });
}

const sheetColumns = ({ heading, type, width }: ShownColumn): SheetColumn[] =>
  type === 'dated'
    ? [
        { heading, type: 'text', width: width ?? 18 },
        { heading: `${heading} (date)`, type: 'date', width: 14 },
      ]
    : [{ heading, type, ...(width === undefined ? {} : { width }) }];

async function* typed(
  columns: readonly ShownColumn[],
  rows: AsyncIterable<readonly ShownCell[]>,
): AsyncGenerator<SheetCell[]> {
  for await (const row of rows)
    yield columns.flatMap(({ type }, place): SheetCell[] => {
      const cell = row[place] ?? null;
      if (typeof cell === 'object' && cell) return [cell.word, cell.day];
      return type === 'dated' ? [cell, null] : [cell];
    });
}
