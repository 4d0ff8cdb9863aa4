import { readSpreadsheet, SheetRefused, type SheetRow, Sql, Storage, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { guessMapping, headingRow, type Mapping, mappingOf } from '../columns/guess-mapping.js';
import { ImportKinds } from '../kinds/import-kinds.js';
import type { ImportedKind } from '../kinds/imported-kind.js';
import { keyPlace } from '../run/row-keys.js';
import type { RunningImport } from '../run/running-import.js';
import { RowsWriter } from './rows-writer.js';

const AT_ONCE = 1000;
/** Rows among which the headings are looked for. */
const BEGINNING = 5;
const SAMPLES = 4;

const KEEP = `
  update import set state = 'columns', sha256 = null, headings = $2, samples = $3, mapping = $4, total = $5, keyed_by = $6, moved_at = $7
  where id = $1`;
/** What the same person chose for the same kind the last time. */
const LAST = `
  select (select jsonb_object_agg(m.key, i.headings ->> m.value::int) from jsonb_each_text(i.mapping) m) as chosen
  from import i where i.created_by = $1 and i.kind = $2 and i.checked_at is not null order by i.id desc limit 1`;

/** Turns a file into rows, in one transaction: whoever is killed leaves nothing, and the next one begins anew. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly storage: Storage,
    private readonly sql: Sql,
    private readonly kinds: ImportKinds,
  ) {}

  async run(tx: Tx, running: RunningImport, at: Date): Promise<void> {
    try {
      await this.read(tx, running, at);
    } catch (error) {
      if (!(error instanceof SheetRefused)) throw error;
      await tx.query('delete from import_row where import_id = $1', [running.id]);
      await tx.query(`update import set state = 'refused', sha256 = null, refusal = $2, moved_at = $3 where id = $1`, [
        running.id,
        error.sentence,
        at,
      ]);
    }
  }

  private async read(tx: Tx, running: RunningImport, at: Date): Promise<void> {
    const kind = this.kinds.one(running.kind);
    const beginning: SheetRow[] = [];
    let headings: string[] | undefined;
    let mapping: Mapping = {};
    const samples: string[][] = [];
    let waiting: SheetRow[] = [];
    let total = 0;
    const writer = new RowsWriter(tx, running.id);
    const flush = async () => {
      await writer.write(waiting, keyPlace(kind, mapping));
      total += waiting.length;
      waiting = [];
    };
    const take = (row: SheetRow) => {
      if (samples.length < SAMPLES) samples.push(row.cells);
      waiting.push(row);
    };
    const begin = async () => {
      const place = headingRow(
        kind.columns,
        beginning.map(({ cells }) => cells),
      );
      headings = namedHeadings(beginning[place]?.cells ?? []);
      mapping = await this.guess(running, kind, headings);
      for (const row of beginning.slice(place + 1)) take(row);
    };
    try {
      for await (const row of this.rows(running)) {
        if (headings) take(row);
        else if (beginning.push(row) === BEGINNING) await begin();
        if (waiting.length >= AT_ONCE) await flush();
      }
      if (!headings) await begin();
      await flush();
    } finally {
      await writer.done();
    }
    if (total === 0) throw new SheetRefused('The file has no rows below its headings.');
    await tx.query(KEEP, [
      running.id,
      JSON.stringify(headings ?? []),
      JSON.stringify(samples),
      JSON.stringify(mapping),
      total,
      keyPlace(kind, mapping),
      at,
    ]);
  }

  private async *rows({ sha256, size }: RunningImport): AsyncGenerator<SheetRow> {
    if (sha256 === null || (await this.storage.size(sha256)) === undefined) {
      throw new SheetRefused('The file is not there any more. Give it again.');
    }
    yield* readSpreadsheet({ size, open: (range) => this.storage.open(sha256, range) });
  }

  private async guess(
    { createdBy }: RunningImport,
    { kind, columns }: ImportedKind,
    headings: readonly string[],
  ): Promise<Mapping> {
    const last = await this.sql.row<{ chosen: Record<string, string> | null }>('import-last-columns', LAST, [
      createdBy,
      kind,
    ]);
    const remembered = mappingOf(last?.chosen ?? {}, headings);
    const taken = new Set(Object.values(remembered));
    const guessed = Object.entries(guessMapping(columns, headings)).filter(([, place]) => !taken.has(place));
    return { ...Object.fromEntries(guessed), ...remembered };
  }
}

const namedHeadings = (cells: readonly string[]): string[] => cells.map((cell, at) => cell || `Column ${letterOf(at)}`);

/** As a spreadsheet names columns: A to Z, then AA. */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}
