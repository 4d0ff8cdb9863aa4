import { Readable } from 'node:stream';
import { csvLines, type Ctx, type SheetCell, type SheetColumn, Sql, xlsxOf } from '@lms/api-platform';
import type { Import, ImportKind, ImportRow, ResultQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import { DIFF } from '../run/kept-diff.js';
import { GetImport } from './get-import.js';

const AT_ONCE = 1000;

type FileRow = Pick<
  ImportRow,
  'n' | 'about' | 'outcome' | 'cells' | 'messages' | 'diff' | 'result' | 'note' | 'selected'
>;

const ROWS = `
  select r.n, r.about, r.outcome, r.cells, r.messages, ${DIFF}, r.result, r.note, r.selected from import_row r
  where r.import_id = $1 and r.n > $2 and (not $3 or r.outcome in ('faulty', 'unsure') or r.result = 'failed')
  order by r.n limit ${AT_ONCE}`;

const CAME_TO: Record<ImportRow['outcome'], string> = {
  new: 'New',
  change: 'Changes',
  same: 'Nothing to change',
  unsure: 'To decide',
  faulty: 'Cannot be used',
  leaving: 'Leaves',
};

export interface ResultFile {
  name: string;
  type: string;
  content: Readable;
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * The file as it was given, and what became of each row. With faulty rows alone it can be mended and given again: the
 * columns that say what is wrong are none of the file's own.
 */
@Injectable()
export class GetResultFile {
  constructor(
    private readonly sql: Sql,
    private readonly get: GetImport,
    private readonly kinds: ImportKinds,
  ) {}

  async run(ctx: Ctx, id: string, format: 'csv' | 'xlsx', { rows: which }: ResultQuery): Promise<ResultFile> {
    const found = await this.get.run(ctx, id);
    const kind = this.kinds.allowed(ctx, found.kind);
    const columns: SheetColumn[] = [
      ...found.headings.map((heading) => ({ heading, type: 'text' as const })),
      { heading: 'Row', type: 'number' },
      { heading: 'What happened', type: 'text', width: 24 },
      { heading: 'Messages', type: 'text', width: 60 },
    ];
    const rows = this.rows(found, kind.columns, which === 'faulty');
    const base = found.fileName.replace(/\.[a-z]{3,4}$/iu, '').replace(/[^\p{L}\p{N} ._-]/gu, '_');
    return {
      name: `${base} - ${which === 'faulty' ? 'to mend' : 'result'}.${format}`,
      type: TYPES[format],
      content:
        format === 'csv'
          ? csvLines(
              columns.map(({ heading }) => heading),
              rows,
            )
          : xlsxOf('Result', columns, rows),
    };
  }

  private async *rows(
    { id, headings }: Import,
    columns: readonly Pick<ImportKind['columns'][number], 'key' | 'heading'>[],
    faulty: boolean,
  ): AsyncGenerator<SheetCell[]> {
    const names = new Map(columns.map(({ key, heading }) => [key, heading]));
    for (let after = 0; ;) {
      const rows = await this.sql.rows<FileRow>('import-result', ROWS, [id, after, faulty]);
      for (const row of rows) {
        const cells = headings.map((_, at) => row.cells[at] ?? '');
        yield [...cells, row.n, happened(row), messagesOf(row, names)];
      }
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) return;
      after = last.n;
    }
  }
}

function happened({ outcome, result, selected }: FileRow): string {
  if (result === 'applied') return outcome === 'new' ? 'Added' : outcome === 'leaving' ? 'Given a last day' : 'Changed';
  if (result === 'failed') return 'Failed';
  return selected || !['new', 'change', 'leaving'].includes(outcome) ? CAME_TO[outcome] : 'Left out';
}

function messagesOf({ about, outcome, messages, diff, note }: FileRow, names: ReadonlyMap<string, string>): string {
  const named = (column: string | null) => (column === null ? '' : `${names.get(column) ?? column}: `);
  return [
    ...(outcome === 'leaving' ? [about] : []),
    ...messages.map(({ column, message }) => `${named(column)}${message}`),
    ...(outcome === 'new'
      ? []
      : diff.map(({ column, before, after }) => `${named(column)}${before || '(empty)'} → ${after || '(empty)'}`)),
    ...(note ? [note] : []),
  ].join('\n');
}
