import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export const RULE_RUN = '00000000-0000-4000-8000-00000000000a';
const RULE = '00000000-0000-4000-8000-00000000000b';
const VERSION = '00000000-0000-4000-8000-00000000000c';
const CHUNK = 1000;
const AT = '2026-01-05T09:00:00Z';

async function withOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** So many people on site, engaged by forty organisations; and a rule for all. */
export function makeWorkforce(url: string, people: number): Promise<void> {
  return withOwner(url, async (client) => {
    const [course, version] = [randomUUID(), randomUUID()];
    await client.query('begin');
    await client.query(
      `insert into organisation (id, kind, name, short_name, created_at)
       select gen_random_uuid(), 'supplier', 'Crew ' || n, 'Crew ' || n, $1 from generate_series(1, 40) n`,
      [AT],
    );
    await client.query(
      `insert into person (id, given_name, family_name, created_at)
       select gen_random_uuid(), 'Sam', 'Number ' || n, $1 from generate_series(1, $2::int) n`,
      [AT, people],
    );
    await client.query(
      `insert into engagement (id, person_id, organisation_id, employee_number, job_role, employment_group, starts_on, created_at)
       select gen_random_uuid(), p.id, o.ids[1 + p.n % 40], 'E' || p.n, 'Operative', 'site', '2026-01-05', $1
       from (select id, row_number() over (order by id) as n from person) p, (select array_agg(id) as ids from organisation) o`,
      [AT],
    );
    await client.query(`insert into course (id, code, title, created_at) values ($1, 'SITE', 'On site', $2)`, [
      course,
      AT,
    ]);
    await client.query(
      `insert into course_version (id, course_id, number, minutes, created_at) values ($1, $2, 1, 5, $3)`,
      [version, course, AT],
    );
    const owner = await client.query<{ id: string }>('select id from person limit 1');
    const by = owner.rows[0]?.id;
    await client.query(`insert into assignment_rule (id, name, owner_id, created_at) values ($1, 'Site', $2, $3)`, [
      RULE,
      by,
      AT,
    ]);
    await client.query(
      `insert into rule_version (id, rule_id, number, state, predicate, course_id, due, effective_on, created_by, created_at, applied_by, applied_at)
       values ($1, $2, 1, 'active', '{"is": "all", "of": [{"is": "group", "in": ["site"]}, {"is": "organisation-kind", "in": ["supplier"]}]}',
         $3, '{"kind": "after-assignment", "days": 14, "realisticDays": 7}', '2026-01-05', $4, $5, $4, $5)`,
      [VERSION, RULE, course, by, AT],
    );
    await client.query(RUN, [RULE_RUN, RULE, VERSION, AT]);
    await client.query('commit');
    await client.query('analyze');
  });
}

/** Not the worker's: it takes those that stand still. */
const RUN = `insert into rule_run (id, kind, rule_id, rule_version_id, requested_at, moved_at) values ($1, 'apply', $2, $3, $4, 'infinity')`;

/** Nobody owes anything, and the rule waits to be applied. */
export function clearAssignments(url: string): Promise<unknown> {
  return withOwner(url, async (client) => {
    await client.query('begin');
    // Whoever keeps the day reads these in another order, and stays away meanwhile.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('standing days', 9))`);
    await client.query(
      'truncate assignment, assignment_reason, standing_dates, row_history, rule_run, rule_person, rule_exception cascade',
    );
    await client.query(RUN, [RULE_RUN, RULE, VERSION, AT]);
    await client.query('commit');
    await client.query('checkpoint').catch(() => undefined);
  });
}

/** Keeps what the product gave, to be inserted plainly. Throws when anybody was left out. */
export function keepGiven(url: string, people: number): Promise<void> {
  return withOwner(url, async (client) => {
    await client.query('create table bench_assignment as select * from assignment');
    await client.query('create table bench_reason as select * from assignment_reason');
    await client.query(
      `create table bench_chunk as select id, ((row_number() over (order by person_id) - 1) / ${CHUNK})::int as chunk from assignment`,
    );
    await client.query(
      'create index on bench_chunk (chunk); create index on bench_assignment (id); create index on bench_reason (assignment_id)',
    );
    await client.query('grant select on bench_assignment, bench_reason, bench_chunk to waymark_app');
    await client.query('analyze bench_assignment, bench_reason, bench_chunk');
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from bench_reason');
    if (rows[0]?.n !== people) throw new Error(`The rule reached ${rows[0]?.n} of ${people} people`);
  });
}

/**
 * The same rows with the same triggers, and nothing else; as many people at once as the product takes. All at once they
 * would need more locks than a server has room for: each row's standing is kept under one.
 */
export async function insertPlainly(
  transaction: (
    work: (tx: { query(text: string, values: unknown[]): Promise<unknown> }) => Promise<void>,
  ) => Promise<void>,
  people: number,
): Promise<void> {
  for (let chunk = 0; chunk < Math.ceil(people / CHUNK); chunk += 1) {
    await transaction(async (tx) => {
      await tx.query(
        'insert into assignment select b.* from bench_assignment b join bench_chunk c on c.id = b.id where c.chunk = $1',
        [chunk],
      );
      await tx.query(
        'insert into assignment_reason select b.* from bench_reason b join bench_chunk c on c.id = b.assignment_id where c.chunk = $1',
        [chunk],
      );
    });
  }
}
