import type { ClientBase } from 'pg';
import { readChains } from './chain-rows.js';
import { type BrokenEntry, checkChain } from './check-chain.js';

/** What came of checking every record. */
export interface RecordsVerdict {
  readonly people: number;
  readonly entries: number;
  /** The first fault of each broken record, with whose it is; at most as many as were asked for. */
  readonly broken: readonly (BrokenEntry & { readonly name: string })[];
  /** How many records are broken, named or not. */
  readonly brokenCount: number;
}

/** Checks every record against itself, inside the transaction that the client is in. Memory does not grow with entries. */
export async function checkRecords(
  client: ClientBase,
  options: { names?: number; onEntries?: (entries: number) => void } = {},
): Promise<RecordsVerdict> {
  const found: BrokenEntry[] = [];
  const names = options.names ?? 20;
  let [people, entries, brokenCount] = [0, 0, 0];
  const note = (fault: BrokenEntry): void => {
    brokenCount += 1;
    if (found.length < names) found.push(fault);
  };
  for await (const chain of readChains(client)) {
    people += 1;
    entries += chain.rows.length;
    const fault = checkChain(chain);
    if (fault) note(fault);
    options.onEntries?.(entries);
  }
  for (const fault of await vanished(client)) note(fault);
  return { people, entries, brokenCount, broken: await named(client, found) };
}

/** Records that are said to have an end and have no entry left. */
async function vanished(client: ClientBase): Promise<BrokenEntry[]> {
  const { rows } = await client.query<{ person: string; seq: number }>(`
    select h.person_id as person, h.seq from ledger_head h
    where h.seq > 0 and not exists (select from ledger_entry l where l.person_id = h.person_id) order by h.person_id`);
  return rows.map((row) => ({ ...row, why: 'all entries of this record are missing' }));
}

async function named(client: ClientBase, found: readonly BrokenEntry[]) {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, concat_ws(' ', given_name, family_name) as name from person where id = any ($1::uuid[])`,
    [found.map(({ person }) => person)],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return found.map((fault) => ({ ...fault, name: names.get(fault.person) ?? 'unknown' }));
}
