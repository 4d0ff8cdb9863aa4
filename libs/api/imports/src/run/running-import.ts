import type { Tx } from '@lms/api-platform';
import type { ImportKindName, ImportState } from '@lms/contracts';
import type { GivenImport } from '../kinds/imported-kind.js';

export interface RunningImport {
  id: string;
  kind: ImportKindName;
  fileName: string;
  size: number;
  sha256: string | null;
  state: ImportState;
  mapping: Record<string, number>;
  options: { leaversEndOn?: string | null; common?: Record<string, string> };
  step: number;
  /** The place in the file from which the rows have their keys. */
  keyedBy: number | null;
  afterWave: number;
  afterN: number;
  createdBy: string;
}

/** The import while it is being worked on, locked: two workers take turns. Undefined when there is nothing to do. */
export async function lockRunning(tx: Tx, id: string): Promise<RunningImport | undefined> {
  const rows: RunningImport[] = await tx.query(
    `select id, kind, file_name as "fileName", size::float8 as size, sha256, state, mapping, options, step, keyed_by as "keyedBy",
       after_wave as "afterWave", after_n as "afterN", created_by as "createdBy"
     from import where id = $1 and state in ('reading', 'checking', 'applying') for update`,
    [id],
  );
  return rows[0];
}

export const givenOf = (running: RunningImport, now: { at: Date; today: string }): GivenImport => ({
  importId: running.id,
  actorId: running.createdBy,
  ...now,
  columns: new Set([...Object.keys(running.mapping), ...Object.keys(running.options.common ?? {})]),
  leaversEndOn: running.options.leaversEndOn ?? null,
});
