import type { Tx } from '@lms/api-platform';
import type { ImportCounts } from '@lms/contracts';
import type { RunningImport } from '../run/running-import.js';

/** The end of an import: its state, the audit, and the event by which its maker hears of it. */
export async function tellApplied(tx: Tx, { id, kind, fileName, createdBy }: RunningImport, at: Date): Promise<void> {
  await tx.query(`update import set state = 'applied', applied_at = $2, moved_at = $2, failures = 0 where id = $1`, [
    id,
    at,
  ]);
  const [row]: { counts: ImportCounts }[] = await tx.query('select import_counts($1) as counts', [id]);
  const { applied = 0, failed = 0 } = row?.counts ?? {};
  await tx.query(
    `insert into audit_event (at, actor_id, action, target_type, target_id, detail) values ($1, $2, 'import.applied', 'import', $3, $4)`,
    [at, createdBy, id, JSON.stringify({ kind, name: fileName, applied, failed })],
  );
  await tx.query(`insert into outbox_event (at, type, person_id, payload) values ($1, 'import.applied', $2, $3)`, [
    at,
    createdBy,
    JSON.stringify({
      importId: id,
      name: fileName,
      applied: String(applied),
      failed: String(failed),
      at: at.toISOString(),
    }),
  ]);
}
