import { cpus, loadavg, totalmem } from 'node:os';
import type { Workbench } from './workbench.js';
import { databaseUrl, rowsOf } from './database.js';

const DATA = `
  select current_setting('server_version') as version, (select count(*)::int from person) as people,
    (select count(*)::int from ledger_entry where kind = 'completion') as completions, (select count(*)::int from standing_dates) as standings`;

interface Data {
  version: string;
  people: number;
  completions: number;
  standings: number;
}

/** Where the numbers come from: they mean little elsewhere, and not much on a machine that has other work to do. */
export function machineFacts(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  const facts = `${cpus().length} cores (${model}), ${memory} GiB, ${process.platform} ${process.arch}`;
  return `${facts}, Node ${process.version}; load average before ${load}`;
}

/** How much there is in the demonstration; needs it to run. */
export async function dataFacts(bench: Workbench): Promise<string> {
  const { dataDir } = await bench.demo();
  const [data] = await rowsOf<Data>(await databaseUrl(dataDir, 'waymark_owner'), DATA);
  if (!data) throw new Error('The database tells nothing of itself');
  return `PostgreSQL ${data.version}; ${data.people} people, ${data.completions} completions, ${data.standings} standings`;
}
