import type { Tx } from '@lms/api-platform';
import type { ImportColumn, ImportKindName, ImportRow, RowOutcome } from '@lms/contracts';
import type { Permission } from '@lms/domain';

export interface ImportedColumn extends Omit<ImportColumn, 'common'> {
  /** Whether it makes sense that all rows have the same, where the file does not say it. */
  common?: boolean;
  /** Headings by which the column is known, besides its own: small letters and digits, nothing else. */
  aliases: readonly string[];
}

/** Who brings something in, and when. Scope and rules are asked anew with it at every step. */
export interface GivenImport {
  importId: string;
  actorId: string;
  today: string;
  at: Date;
  /** The columns that the file has, or that are the same for all rows. Others are never touched. */
  columns: ReadonlySet<string>;
  /** The last day of people whom the file leaves out; null when they are left alone. */
  leaversEndOn: string | null;
}

export interface GivenRow {
  n: number;
  /** By the key of the column; an empty cell, and a column that the file does not have, is ''. */
  value(column: string): string;
  key: string | null;
  /** Who is meant, by the id of a person, or 'new'; null where nobody was asked. */
  choice: string | null;
  /** Of a row that stands for somebody whom the file leaves out: what was planned; else null. */
  leaving: unknown;
}

export type RowMessage = ImportRow['messages'][number];

export interface CheckedRow {
  n: number;
  outcome: RowOutcome;
  about: string;
  /** What the row is about, with names resolved: two rows with the same repeat one another. Null where that cannot be told. */
  identity: string | null;
  messages: RowMessage[];
  diff: ImportRow['diff'];
  likely: ImportRow['likely'];
  /** What applying writes, as JSON. When it is another one at that moment, the row is left alone and says so. */
  plan: unknown;
  /** 1 where it rests on another row of the file, as far as the row itself tells; `finish` may move it further. */
  wave?: number;
}

/** A row that was checked again a moment ago, in the transaction that applies it, and came to the same. */
export type PlannedRow<Checked extends CheckedRow = CheckedRow> = Checked & { given: GivenRow };

/** A row that could not be written after all, or something to know about one that was. */
export interface AppliedRow {
  n: number;
  result: 'applied' | 'failed';
  note: string | null;
}

export interface LeavingRow {
  about: string;
  diff: ImportRow['diff'];
  plan: unknown;
}

/**
 * Something that files bring in. A later feature registers it; no method asks the database row by row.
 */
export interface ImportedKind<Checked extends CheckedRow = CheckedRow> {
  kind: ImportKindName;
  permission: Permission;
  columns: readonly ImportedColumn[];
  /** A row that repeats another one: is it `same`, or wrong? */
  repeated: 'same' | 'faulty';
  /** How many rows are applied in one transaction. */
  atOnce: number;
  /** The column by which other rows of the file can name a row, in capitals or not. */
  keyColumn?: string;
  check(tx: Tx, given: GivenImport, rows: readonly GivenRow[]): Promise<Checked[]>;
  /** Writes rows; those that are not answered are applied. An error means: try them one by one. */
  apply(tx: Tx, given: GivenImport, rows: readonly PlannedRow<Checked>[]): Promise<AppliedRow[]>;
  /** Once all rows are checked: what can only be seen of all of them. */
  finish?(tx: Tx, given: GivenImport): Promise<void>;
  /** Rows for those whom the file leaves out, and how many there are whom it is about. */
  leavers?(tx: Tx, given: GivenImport): Promise<{ engaged: number; rows: LeavingRow[] }>;
}
