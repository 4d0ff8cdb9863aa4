import { withDatabase } from '../support/with-database.js';

export interface Verdict {
  faults: string[];
  rows: number;
  completions: number;
}

/** Compares what the clients were told with what stands in the database. */
export function verify(
  dataDir: string,
  learners: readonly { personId: string; name: string; acknowledged: ReadonlyMap<string, ReadonlySet<number>> }[],
): Promise<Verdict> {
  return withDatabase(dataDir, async (sql) => {
    const faults: string[] = [];
    let rows = 0;
    let completions = 0;
    for (const { personId, name, acknowledged } of learners) {
      for (const [launchId, seqs] of acknowledged) {
        const kept = await sql('select seq, count(*)::int as times from commit_log where launch_id = $1 group by seq', [
          launchId,
        ]);
        const times = new Map(kept.map((row) => [Number(row['seq']), Number(row['times'])]));
        rows += kept.length;
        for (const seq of seqs) {
          if (times.get(seq) !== 1)
            faults.push(`${name}: entry ${seq} was acknowledged and is kept ${times.get(seq) ?? 0} times`);
        }
      }
      const [record] = await sql(
        `select (select count(*)::int from ledger_entry where person_id = $1 and kind = 'completion') as completions,
           (select count(*)::int from attempt where person_id = $1) as attempts,
           (select count(*)::int from attempt where person_id = $1 and state = 'done') as done`,
        [personId],
      );
      completions += Number(record?.['completions'] ?? 0);
      if (record?.['completions'] !== 1)
        faults.push(`${name}: ${String(record?.['completions'])} completions instead of one`);
      if (record?.['attempts'] !== 1 || record['done'] !== 1)
        faults.push(`${name}: the attempt is not done, or not the only one`);
    }
    return { faults, rows, completions };
  });
}
