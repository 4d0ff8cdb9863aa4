import { createInterface } from 'node:readline';
import type { Storage } from '@lms/api-platform';
import { type ChainAnchor, differsFromAnchor } from '@lms/domain';
import type { ClientBase } from 'pg';
import { scanAnchor } from '../verify/read-anchor.js';
import { ANCHOR_SENTENCES } from '../verify/sentences.js';
import type { BrokenEntry } from './check-chain.js';

/** What came of comparing every chain with the newest anchor. */
export interface AnchorVerdict {
  readonly day: string;
  readonly people: number;
  /** The first entry of each chain that is not what was anchored; at most as many as were asked for. */
  readonly broken: readonly BrokenEntry[];
  readonly brokenCount: number;
  /** What is wrong with the file itself, each a sentence. */
  readonly faults: readonly string[];
}

const AT_ONCE = 500;

/** The ends that are not there as they were anchored, by their place in the lists. */
const OTHERS = `
  select a.n::int from unnest($1::uuid[], $2::int[], $3::text[]) with ordinality a(person, seq, hash, n)
  left join ledger_entry l on l.person_id = a.person and l.seq = a.seq
  where l.hash is distinct from decode(a.hash, 'hex') order by a.n`;

/**
 * Compares every chain with the newest anchor that is kept: whoever made all hashes anew is found by that. Null while none
 * is kept. Memory does not grow with people.
 */
export async function checkNewestAnchor(
  client: ClientBase,
  storage: Storage,
  publicKey: string,
  options: { names?: number } = {},
): Promise<AnchorVerdict | null> {
  const { rows } = await client.query<{ day: string; sha256: string }>(
    'select day::text, sha256 from ledger_anchor order by day desc limit 1',
  );
  const [kept] = rows;
  if (!kept) return null;
  if ((await storage.size(kept.sha256)) === undefined)
    return {
      day: kept.day,
      people: 0,
      broken: [],
      brokenCount: 0,
      faults: ['The file of the newest anchor is missing.'],
    };
  const names = options.names ?? 20;
  const found: { chain: ChainAnchor; seq: number; why: keyof typeof ANCHOR_SENTENCES }[] = [];
  let waiting: ChainAnchor[] = [];
  let [people, brokenCount] = [0, 0];
  const compare = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    people += batch.length;
    for (const chain of await othersIn(client, batch)) {
      brokenCount += 1;
      if (found.length >= names) continue;
      const fault = differsFromAnchor(await entriesOf(client, chain.person), chain);
      if (fault) found.push({ chain, ...fault });
    }
  };
  const lines = createInterface({ input: storage.open(kept.sha256), crlfDelay: Infinity });
  const anchor = await scanAnchor(lines, publicKey, async (chain) => {
    waiting.push(chain);
    if (waiting.length === AT_ONCE) await compare();
  });
  await compare();
  const at = anchor?.at ?? kept.day;
  return {
    day: kept.day,
    people,
    broken: found.map(({ chain, seq, why }) => ({ person: chain.person, seq, why: ANCHOR_SENTENCES[why](at) })),
    brokenCount,
    faults: anchor?.faults ?? ['The file of the newest anchor is no anchor.'],
  };
}

async function othersIn(client: ClientBase, chains: readonly ChainAnchor[]): Promise<ChainAnchor[]> {
  const { rows } = await client.query<{ n: number }>(OTHERS, [
    chains.map(({ person }) => person),
    chains.map(({ seq }) => seq),
    chains.map(({ hash }) => hash),
  ]);
  return rows.flatMap(({ n }) => chains[n - 1] ?? []);
}

async function entriesOf(client: ClientBase, person: string): Promise<{ seq: number; hash: string }[]> {
  const { rows } = await client.query<{ seq: number; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from ledger_entry where person_id = $1 order by seq`,
    [person],
  );
  return rows;
}
