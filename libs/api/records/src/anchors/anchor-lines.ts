import { createHash } from 'node:crypto';
import type { ChainAnchor } from '@lms/domain';
import type { ClientBase } from 'pg';
import type { SigningKey } from './signing-key.js';

export const ANCHOR_FORMAT = 'waymark-anchor-v1';
const AT_ONCE = 2_000;

/** Where every chain ends, from the entries themselves; with the hashes of what was recorded since $1 before the end. */
const CHAINS = `
  select l.person_id as person, l.seq, encode(l.hash, 'hex') as hash, coalesce((
    select json_agg(encode(n.hash, 'hex') order by n.seq) from ledger_entry n
    where n.person_id = l.person_id and n.seq < l.seq and n.seq > coalesce((
      select max(o.seq) from ledger_entry o where o.person_id = l.person_id and o.recorded_at <= $1), 0)
  ), '[]') as hashes
  from ledger_entry l
  where not exists (select from ledger_entry m where m.person_id = l.person_id and m.seq > l.seq)
  order by l.person_id`;

export interface AnchorOptions {
  at: Date;
  issuer: string;
  key: SigningKey;
  /** Entries recorded later are named each, so that a changed one is told exactly; null names all there are. */
  since: Date | null;
}

/** What was written, known after the last line. */
export interface AnchorTotals {
  people: number;
  entries: number;
}

/** The lines of an anchor file, in the transaction of the client; memory does not grow with people. */
export async function* anchorLines(
  client: ClientBase,
  { at, issuer, key, since }: AnchorOptions,
  totals: AnchorTotals = { people: 0, entries: 0 },
): AsyncGenerator<string> {
  const sha256 = createHash('sha256');
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    sha256.update(text);
    return text;
  };
  yield line({ format: ANCHOR_FORMAT, at: at.toISOString(), issuer, publicKey: key.publicKey });
  for await (const chains of inBatches(client, since)) {
    totals.people += chains.length;
    totals.entries += chains.reduce((sum, { seq }) => sum + seq, 0);
    yield chains.map(line).join('');
  }
  const digest = sha256.digest('hex');
  const signature = key.sign(`${ANCHOR_FORMAT}\n${digest}`);
  yield `${JSON.stringify({ ...totals, sha256: digest, signature })}\n`;
}

async function* inBatches(client: ClientBase, since: Date | null): AsyncGenerator<ChainAnchor[]> {
  await client.query(`declare anchor_chains no scroll cursor for ${CHAINS.replace('$1', literal(since))}`);
  for (;;) {
    const { rows } = await client.query<ChainAnchor>(`fetch ${AT_ONCE} from anchor_chains`);
    yield rows;
    if (rows.length < AT_ONCE) break;
  }
  await client.query('close anchor_chains');
}

/** A cursor takes no parameters; a moment written by the program itself needs none. */
const literal = (since: Date | null): string => `'${since ? since.toISOString() : '-infinity'}'::timestamptz`;
