import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';

interface Cycle {
  cycle: number;
  state: string;
  why: string | null;
  due: string | null;
  opens: string | null;
}

/** What follows in the database itself when somebody completes what others ask of them, year after year. */
describe('cycles', () => {
  let db: TestDatabase;
  let make: Factory;
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
  });
  afterAll(() => db.stop());

  const course = async (
    version: { validity_months?: number | null } & Record<string, unknown> = {},
  ): Promise<{ id: string; version: string }> => {
    const id = await make.course();
    const draft = await make.courseVersion({ courseId: id });
    const values: Record<string, unknown> = { validity_months: 12, ...version };
    for (const [column, value] of Object.entries(values)) {
      await db.sql(`update course_version set ${column} = $2 where id = $1`, [draft, value]);
    }
    await make.publish(draft);
    return { id, version: draft };
  };
  const asked = async (personId: string, courseId: string, dueOn = '2026-03-31', cycle = 1): Promise<string> => {
    const request = uuid();
    await db.sql(
      `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, 'w', '{}', 'given', $3, $4)`,
      [request, courseId, personId, '2026-01-01T09:00:00Z'],
    );
    const id = uuid();
    await db.sql(
      `insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, created_at) values ($1, $2, $3, $5, $4, '2026-01-01', '2026-01-01T09:00:00Z')`,
      [id, personId, courseId, dueOn, cycle],
    );
    await db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, due_on, opens_on, since) values ($1, $2, 'person', $3, $4, '2026-01-01', '2026-01-01T09:00:00Z')`,
      [uuid(), id, request, dueOn],
    );
    return id;
  };
  const complete = async (person: string, c: { id: string; version: string }, on: string): Promise<number> => {
    const [row] = await db.sql<{ seq: number }>(
      `select append_completion($1, $2, $3, $4, version_counts_until($3, $1, $4), 'manual', $5, '{}', ($4::text || 'T12:00:00Z')::timestamptz) as seq`,
      [person, c.id, c.version, on, uuid()],
    );
    return row?.seq ?? 0;
  };
  const revoke = (person: string, seq: number, on: string): Promise<unknown> =>
    db.sql(
      `select append_to_ledger($1, 'revocation', ($3::text || 'T12:00:00Z')::timestamptz, '{}', '{}', null, null, null, null, null, null, $2)`,
      [person, seq, on],
    );
  const cycles = (person: string, courseId: string): Promise<Cycle[]> =>
    db.sql<{ cycle: number; state: string; why: string | null; due: string | null; opens: string | null }>(
      `select cycle, state, closed_why as why, due_on::text as due, opens_on::text as opens from assignment
       where person_id = $1 and course_id = $2 order by cycle`,
      [person, courseId],
    );
  const standing = async (person: string, courseId: string, on: string): Promise<string | undefined> => {
    const rows = await db.sql<{ standing: string }>(
      'select standing_on(s.*, $3) as standing from standing_dates s where person_id = $1 and course_id = $2',
      [person, courseId, on],
    );
    return rows[0]?.standing;
  };
  const projected = async (): Promise<number | undefined> => {
    const [row] = await db.sql<{ n: number }>(
      `select count(*)::int as n from ((table standing_dates except table standing_dates_now)
         union all (table standing_dates_now except table standing_dates)) x`,
    );
    return row?.n;
  };

  it('open the next one with the completion, and lose nothing by an early renewal', async () => {
    const [person, c] = [await make.person(), await course({ renewal_window_days: 60 })];
    await asked(person, c.id);
    await complete(person, c, '2026-03-15');
    expect(await cycles(person, c.id)).toEqual([
      { cycle: 1, state: 'closed', why: 'completed', due: '2026-03-31', opens: '2026-01-01' },
      { cycle: 2, state: 'open', why: null, due: '2027-03-14', opens: '2027-01-13' },
    ]);
    expect(await standing(person, c.id, '2027-01-12')).toBe('valid');
    expect(await standing(person, c.id, '2027-01-13')).toBe('expiring');
    expect(await standing(person, c.id, '2027-03-15')).toBe('expired');
    await complete(person, c, '2027-01-20');
    expect((await cycles(person, c.id)).at(-1)).toEqual({
      cycle: 3,
      state: 'open',
      why: null,
      due: '2028-03-14',
      opens: '2028-01-14',
    });
    // History that comes in late fulfils nothing and moves nothing.
    await complete(person, c, '2025-06-01');
    expect(await cycles(person, c.id)).toHaveLength(3);
    expect(await projected()).toBe(0);
  });

  it('end where a course is for life, and where one only wished it oneself', async () => {
    const person = await make.person();
    const [life, wish] = [await course({ validity_months: null }), await course()];
    await asked(person, life.id);
    const own = uuid();
    await db.sql(
      `insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, '2026-01-01T09:00:00Z')`,
      [own, person, wish.id],
    );
    await db.sql(
      `insert into assignment_reason (id, assignment_id, kind, since) values ($1, $2, 'self', '2026-01-01T09:00:00Z')`,
      [uuid(), own],
    );
    await complete(person, life, '2026-02-01');
    await complete(person, wish, '2026-02-01');
    expect([...(await cycles(person, life.id)), ...(await cycles(person, wish.id))].map(({ state }) => state)).toEqual([
      'closed',
      'closed',
    ]);
  });

  it('go on for what was valid already when it was asked for', async () => {
    const [person, c] = [await make.person(), await course()];
    await complete(person, c, '2026-02-01');
    const id = await asked(person, c.id);
    await db.sql(
      `update assignment set state = 'closed', closed_on = '2026-02-10', closed_why = 'already-valid' where id = $1`,
      [id],
    );
    const settle = () =>
      db.sql(`select settle_assignments(array[$1]::uuid[], '2026-02-10', '2026-02-10T09:00:00Z')`, [person]);
    await settle();
    await settle();
    expect(await cycles(person, c.id)).toEqual([
      { cycle: 1, state: 'closed', why: 'already-valid', due: '2026-03-31', opens: '2026-01-01' },
      { cycle: 2, state: 'open', why: null, due: '2027-01-31', opens: '2027-01-01' },
    ]);
    // With the last reason ends what is owed.
    await db.sql(
      `update assignment_reason r set ended_at = '2026-03-01T09:00:00Z', ended_why = 'withdrawn' from assignment a
       where a.id = r.assignment_id and a.person_id = $1 and r.ended_at is null`,
      [person],
    );
    await settle();
    expect((await cycles(person, c.id))[1]).toMatchObject({ state: 'closed', why: 'no-reason-left' });
    expect(await standing(person, c.id, '2026-03-01')).toBe('valid');
    expect(await standing(person, c.id, '2027-03-01')).toBe('not required');
  });

  it('open again what a revoked completion had closed, with its dates', async () => {
    const person = await make.person();
    const [yearly, life] = [await course(), await course({ validity_months: null })];
    await asked(person, yearly.id);
    await asked(person, life.id);
    const seqs = [await complete(person, yearly, '2026-03-01'), await complete(person, life, '2026-03-01')];
    for (const seq of seqs) await revoke(person, seq, '2026-03-10');
    for (const { id } of [yearly, life]) {
      expect((await cycles(person, id)).at(-1)).toMatchObject({
        state: 'open',
        due: '2026-03-31',
        opens: '2026-01-01',
      });
      expect(await standing(person, id, '2026-03-31')).toBe('not started');
      expect(await standing(person, id, '2026-04-01')).toBe('overdue');
    }
    // Done again, it goes on as if nothing had been.
    await complete(person, yearly, '2026-03-20');
    expect((await cycles(person, yearly.id)).at(-1)).toMatchObject({ state: 'open', due: '2027-03-19' });
    expect(await projected()).toBe(0);
  });

  it('take a renewal back to the expiry that it had renewed', async () => {
    const [person, c] = [await make.person(), await course()];
    await asked(person, c.id);
    await complete(person, c, '2026-03-15');
    const renewal = await complete(person, c, '2027-03-01');
    expect((await cycles(person, c.id)).at(-1)).toMatchObject({ cycle: 3, due: '2028-03-14' });
    await revoke(person, renewal, '2027-03-20');
    expect((await cycles(person, c.id)).at(-1)).toMatchObject({
      state: 'open',
      due: '2027-03-14',
      opens: '2027-02-12',
    });
    expect(await standing(person, c.id, '2027-03-20')).toBe('expired');
    await complete(person, c, '2027-03-21');
    expect((await cycles(person, c.id)).at(-1)).toMatchObject({ state: 'open', due: '2028-03-20' });
    expect(await projected()).toBe(0);
  });

  it('keep what another completion fulfils as well', async () => {
    const [person, c] = [await make.person(), await course()];
    await asked(person, c.id);
    const first = await complete(person, c, '2026-03-15');
    await complete(person, c, '2026-03-18');
    expect((await cycles(person, c.id)).at(-1)).toMatchObject({ cycle: 3, due: '2027-03-17' });
    await revoke(person, first, '2026-03-20');
    expect((await cycles(person, c.id)).at(-1)).toMatchObject({ cycle: 3, state: 'open', due: '2027-03-17' });
  });

  it('count a refresher as its course, as the version says after a lapse', async () => {
    const refresher = await course({ validity_months: null });
    const rest = await course({ validity_months: null });
    const of = (lapse: string, days = 0) =>
      course({ lapse, refresher_days: days, refresher_course_id: refresher.id, remainder_course_id: rest.id });
    const [smsts, aid, nrswa] = [await of('full'), await of('refresher', 28), await of('remainder')];
    const until = (person: string, c: { id: string }) =>
      db
        .sql<{ until: string }>(
          'select valid_until::text as until from standing_dates where person_id = $1 and course_id = $2',
          [person, c.id],
        )
        .then((rows) => rows[0]?.until);
    const [early, late, later] = [await make.person(), await make.person(), await make.person()];
    for (const person of [early, late, later]) {
      for (const c of [smsts, aid, nrswa]) {
        await asked(person, c.id);
        await complete(person, c, '2026-03-15');
      }
    }
    const never = await make.person();
    for (const [person, on] of [
      [never, '2027-03-01'],
      [early, '2027-03-01'],
      [late, '2027-03-20'],
      [later, '2027-06-01'],
    ] as const) {
      await complete(person, refresher, on);
    }
    const table = async () =>
      Promise.all([early, late, later, never].map((p) => Promise.all([smsts, aid, nrswa].map((c) => until(p, c)))));
    expect(await table()).toEqual([
      ['2028-03-14', '2028-03-14', '2028-03-14'],
      ['2027-03-14', '2028-03-19', '2027-03-14'],
      ['2027-03-14', '2027-03-14', '2027-03-14'],
      [undefined, undefined, undefined],
    ]);
    // What the refresher leaves out is added, and then it counts.
    await complete(later, rest, '2027-06-10');
    expect((await table())[2]).toEqual(['2027-03-14', '2027-03-14', '2028-06-09']);
    expect((await cycles(later, nrswa.id)).at(-1)).toMatchObject({ state: 'open', due: '2028-06-09' });
    expect(await projected()).toBe(0);
  });

  it('wait for somebody on leave, and never come before an extension', async () => {
    const person = await make.person();
    const organisation = await make.organisation();
    const engagement = await make.engagement({ personId: person, organisationId: organisation });
    const c = await course();
    const id = await asked(person, c.id);
    const settle = () =>
      db.sql(`select settle_assignments(array[$1]::uuid[], '2026-03-01', '2026-03-01T09:00:00Z')`, [person]);
    await db.sql(
      `insert into leave_of_absence (id, engagement_id, from_on, to_on, entered_by, entered_at) values ($1, $2, '2026-03-21', '2026-12-20', $3, '2026-03-01T09:00:00Z')`,
      [uuid(), engagement, person],
    );
    await settle();
    expect((await cycles(person, c.id))[0]?.due).toBe('2026-12-31');
    expect(await standing(person, c.id, '2026-12-31')).toBe('not started');
    // At work somewhere else, nothing waits.
    const other = await make.engagement({ personId: person, organisationId: organisation, startsOn: '2026-01-01' });
    await settle();
    expect((await cycles(person, c.id))[0]?.due).toBe('2026-03-31');
    await db.sql(`update engagement set ends_on = '2026-03-22' where id = $1`, [other]);
    await db.sql(`update assignment set extended_to = '2027-02-01' where id = $1`, [id]);
    await settle();
    expect((await cycles(person, c.id))[0]?.due).toBe('2027-02-01');
    await db.sql(`update assignment set extended_to = null where id = $1`, [id]);
    await settle();
    expect((await cycles(person, c.id))[0]?.due).toBe('2026-12-29');
  });
});
