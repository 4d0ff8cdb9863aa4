import type { SheetRow, Tx } from '@lms/api-platform';
import { keySql } from '../run/row-keys.js';

const INSERT = `
  insert into import_row (import_id, n, cells, key)
  select $1, r.n, r.cells, ${keySql('$3')} from jsonb_to_recordset($2::jsonb) r(n int, cells jsonb)`;

/** Writes rows behind whoever reads them: some are written while the next ones are read, and never more than those. */
export class RowsWriter {
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly tx: Tx,
    private readonly importId: string,
  ) {}

  /** Resolves as soon as the rows before these are written. */
  async write(rows: readonly SheetRow[], keyedBy: number | null): Promise<void> {
    await this.writing;
    if (rows.length === 0) return;
    this.writing = this.tx.query(INSERT, [this.importId, JSON.stringify(rows), keyedBy]);
    // Whoever waits for it next hears of what went wrong.
    this.writing.catch(() => undefined);
  }

  /** Once everything is written. */
  async done(): Promise<void> {
    await this.writing;
  }
}
