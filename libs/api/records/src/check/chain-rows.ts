import type { LedgerEntry, LedgerHead } from '@lms/domain';
import type { ClientBase } from 'pg';

/** One entry as the table has it, columns beside the text that was hashed. */
export interface ChainRow extends LedgerEntry {
  readonly hashVersion: number;
  readonly kind: string;
  readonly at: string;
  readonly course: string | null;
  readonly courseVersion: string | null;
  readonly completedOn: string | null;
  readonly validUntil: string | null;
  readonly source: string | null;
  readonly sourceId: string | null;
  readonly revokes: number | null;
  readonly prev: string;
}

/** A whole chain in order of its numbers, and where it is said to end; no head is a fault. */
export interface Chain {
  readonly person: string;
  readonly rows: readonly ChainRow[];
  readonly head: LedgerHead | null;
}

type Row = ChainRow & { readonly headSeq: number | null; readonly headHash: string | null };

const AT_ONCE = 2_000;

const ENTRIES = `
  select l.person_id as person, l.seq, l.body, encode(l.hash, 'hex') as hash, l.hash_version as "hashVersion", l.kind,
    to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    l.course_id as course, l.course_version_id as "courseVersion", l.completed_on::text as "completedOn",
    l.valid_until::text as "validUntil", l.source, l.source_id as "sourceId", l.revokes_seq as revokes,
    encode(l.prev_hash, 'hex') as prev, h.seq as "headSeq", encode(h.hash, 'hex') as "headHash", p.private
  from ledger_entry l
  left join ledger_head h on h.person_id = l.person_id
  left join lateral (
    select json_agg(json_build_object('field', k.field, 'salt', k.salt, 'value', k.value) order by k.field) as private
    from ledger_private k where k.person_id = l.person_id and k.seq = l.seq
  ) p on true
  order by l.person_id, l.seq`;

/**
 * Every chain there is, one at a time, through a cursor: memory stays that of the longest chain. Needs a transaction,
 * which should be a snapshot. Persons without entries do not come.
 */
export async function* readChains(client: ClientBase): AsyncGenerator<Chain> {
  await client.query(`declare chain_rows no scroll cursor for ${ENTRIES}`);
  let rows: Row[] = [];
  for (;;) {
    const batch = await client.query<Row>(`fetch ${AT_ONCE} from chain_rows`);
    for (const row of batch.rows) {
      if (rows[0] && rows[0].person !== row.person) {
        yield chainOf(rows[0], rows);
        rows = [];
      }
      rows.push(row);
    }
    if (batch.rows.length < AT_ONCE) break;
  }
  if (rows[0]) yield chainOf(rows[0], rows);
  await client.query('close chain_rows');
}

const chainOf = ({ person, headSeq, headHash }: Row, rows: readonly Row[]): Chain => ({
  person,
  rows: rows.map((row) => ({ ...row, private: row.private ?? [] })),
  head: headSeq === null || headHash === null ? null : { person, seq: headSeq, hash: headHash },
});
