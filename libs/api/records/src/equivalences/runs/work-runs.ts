import { setTimeout as wait } from 'node:timers/promises';
import { Clock, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

/** So few that nobody whose record is looked at waits long. */
const CHUNK = 200;
const WAIT_MS = 50;

interface Run {
  id: string;
  kind: 'apply' | 'withdraw';
  dry: boolean;
  equivalenceId: string;
  versionId: string | null;
  requestedBy: string;
  after: string | null;
  total: number | null;
  ready: boolean | null;
}
interface Chunk {
  run: Run;
  people: string[];
}
type Rows = readonly Record<string, unknown>[];

/** Carries what was found out of a transaction that is undone. */
class Seen extends Error {
  constructor(readonly rows: Rows) {
    super('Undone on purpose');
  }
}

const PEOPLE = {
  apply: 'select p from people_of_equivalence($1) p',
  withdraw: 'select p from people_counted_by($1) p',
};

/**
 * Works through a run some people at a time, each chunk one transaction that also says how far it has got: whoever is
 * killed leaves whole chunks. A dry one undoes each chunk and keeps what it found.
 */
@Injectable()
export class WorkRuns {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Until all is done; false when it gave up waiting for older transactions, so that somebody else goes on later. */
  async run(id: string, signal?: AbortSignal, patience = 200): Promise<boolean> {
    for (let tries = 0; !signal?.aborted && tries < patience;) {
      const next = await this.next(id);
      if (next === 'done') return true;
      if (next === 'wait') {
        tries += 1;
        await wait(WAIT_MS);
      }
    }
    return false;
  }

  private async next(id: string): Promise<'done' | 'more' | 'wait'> {
    const at = this.clock.now();
    const today = this.clock.today();
    const chunk = await this.transactions.run({ actorId: null, at }, (tx) => choose(tx, id));
    if (!chunk) return 'done';
    const { run, people } = chunk;
    if (run.ready === false) return 'wait';
    const change = { actorId: run.requestedBy, at };
    const work = (tx: Tx): Promise<Rows> =>
      tx.query('select * from work_equivalence($1, $2, $3, $4)', [id, people, today, at]);
    if (!run.dry) {
      await this.transactions.run(change, async (tx) => {
        // Two at once take turns: the second finds that the first has got further.
        if (await isNext(tx, run)) await move(tx, chunk, (await work(tx)).length, at);
      });
      return 'more';
    }
    const rows = await this.transactions
      .run(change, async (tx) => {
        throw new Seen(await work(tx));
      })
      .catch((thrown: unknown) => {
        if (thrown instanceof Seen) return thrown.rows;
        throw thrown;
      });
    await this.transactions.run(change, async (tx) => {
      if (!(await isNext(tx, run))) return;
      await tx.query(
        `insert into equivalence_run_row select * from jsonb_populate_recordset(null::equivalence_run_row, $1)`,
        [JSON.stringify(rows)],
      );
      await move(tx, chunk, rows.length, at);
    });
    return 'more';
  }
}

/** The next people of a run that is not done. Until the transactions that it waits for have ended there are none. */
async function choose(tx: Tx, id: string): Promise<Chunk | null> {
  const [run]: Run[] = await tx.query(
    `select id, kind, dry, equivalence_id as "equivalenceId", equivalence_version_id as "versionId", requested_by as "requestedBy",
       after_person as after, total, waits_for <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint as ready
     from equivalence_run where id = $1 and done_at is null for update`,
    [id],
  );
  if (!run) return null;
  if (!run.dry && run.ready === null) {
    await tx.query(
      `update equivalence_run set waits_for = pg_snapshot_xmax(pg_current_snapshot())::text::bigint where id = $1`,
      [id],
    );
    return { run: { ...run, ready: false }, people: [] };
  }
  if (run.ready === false) return { run, people: [] };
  const about = run.versionId ?? run.equivalenceId;
  if (run.total === null) {
    await tx.query(
      `update equivalence_run set total = (select count(*) from (${PEOPLE[run.kind]}) q) ${run.dry ? `, digest = ${run.kind === 'apply' ? 'digest_of_equivalence($1)' : 'digest_of_counted($1)'}` : ''} where id = $2`,
      [about, id],
    );
  }
  const people: { p: string }[] = await tx.query(
    `select q.p from (${PEOPLE[run.kind]}) q where $2::uuid is null or q.p > $2 order by q.p limit ${CHUNK}`,
    [about, run.after],
  );
  return { run, people: people.map(({ p }) => p) };
}

async function isNext(tx: Tx, { id, after }: Run): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'select id from equivalence_run where id = $1 and done_at is null and after_person is not distinct from $2::uuid for update',
    [id, after],
  );
  return rows.length > 0;
}

async function move(tx: Tx, { run, people }: Chunk, entries: number, at: Date): Promise<void> {
  const last = people.length < CHUNK;
  await tx.query(
    `update equivalence_run set after_person = coalesce($2, after_person), done = done + $3, entries = entries + $4, moved_at = $5,
       done_at = case when $6 then $5::timestamptz end,
       people = case when $6 and dry then (select count(distinct w.person_id) from equivalence_run_row w where w.run_id = $1) end
     where id = $1`,
    [run.id, people.at(-1) ?? null, people.length, entries, at, last],
  );
}
