import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, Transactions } from '@lms/api-platform';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';
import { WorkRuns } from './runs/work-runs.js';

const AT = '2026-11-23T09:00:00Z';
const TODAY = '2026-11-23';

class Stopped extends Clock {
  now(): Date {
    return new Date(AT);
  }
}

describe('counting, on the triggers of the record', () => {
  let db: TestDatabase;
  let make: Factory;
  let owner: string;
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    owner = await make.person();
  });
  afterAll(() => db.stop());

  async function course(title: string, over: { months?: number; activity?: string; refresher?: string } = {}) {
    const id = await make.course({ title });
    const version = await make.courseVersion({ courseId: id, ...(over.months ? { validityMonths: over.months } : {}) });
    const activity = uuid();
    if (over.refresher)
      await db.sql('update course_version set refresher_course_id = $2 where id = $1', [version, over.refresher]);
    if (over.activity)
      await db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings) values ($1, $2, $1, 1, 'evidence', $3, '{}')`,
        [activity, version, over.activity],
      );
    await make.publish(version);
    return { id, version, activity };
  }
  async function equivalence(
    source: { course: string } | { card: string; issuer: string },
    target: string,
    over: { state?: string; remainder?: string } = {},
  ) {
    const [id, version] = [uuid(), uuid()];
    const qualification =
      'card' in source
        ? (
            await db.sql<{ id: string }>(`select name_qualification('card', $1, null, '', $2, $3) as id`, [
              source.issuer,
              source.card,
              AT,
            ])
          )[0]?.id
        : null;
    const from = 'course' in source ? source.course : null;
    await db.sql(
      `insert into equivalence (id, course_id, source_course_id, qualification_id, owner_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, target, from, qualification, owner, AT],
    );
    await db.sql(
      `insert into equivalence_version (id, equivalence_id, number, state, kind, remainder_course_id, reason, created_by, created_at, applied_by)
       values ($1, $2, 1, $3, $4, $5, 'w', $6, $7, $6)`,
      [version, id, over.state ?? 'active', over.remainder ? 'top-up' : 'full', over.remainder ?? null, owner, AT],
    );
    if (over.state !== 'draft') await read(version, [from, over.remainder ?? null]);
    return { id, version };
  }
  const read = (version: string, courses: readonly (string | null)[]) =>
    db.sql(
      'insert into equivalence_reads (course_id, equivalence_version_id) select c, $1 from unnest($2::uuid[]) c where c is not null',
      [version, courses],
    );
  const complete = (person: string, of: { id: string; version: string }, on: string, until: string | null = null) =>
    db.sql(`select append_completion($1, $2, $3, $4, $5, 'manual', $6, '{}', $7)`, [
      person,
      of.id,
      of.version,
      on,
      until,
      uuid(),
      AT,
    ]);
  const standing = async (person: string, courseId: string) =>
    (
      await db.sql<{ on: string; until: string | null; source: string }>(
        `select l.completed_on::text as on, l.valid_until::text as until, l.source from ledger_entry l
         where l.person_id = $1 and l.course_id = $2 and not is_revoked(l.person_id, l.seq) order by l.seq`,
        [person, courseId],
      )
    ).map(({ on, until, source }) => [on, until, source]);

  it('takes evidence that was accepted for the card, and gives it back with its completion', async () => {
    const cards = await course('Cards', { activity: 'CPCS card' });
    const plant = await course('Plant', { months: 36 });
    await equivalence({ card: 'cpcs CARD', issuer: 'Nocn' }, plant.id);
    const person = await make.person();
    const [attempt] = await db.sql<{ id: string }>('select id from begin_attempt($1, $2, $3, $4, $5)', [
      uuid(),
      person,
      cards.activity,
      AT,
      TODAY,
    ]);
    const evidence = uuid();
    await db.sql(
      `insert into evidence_submission (id, attempt_id, person_id, issuer, issued_on, expires_on, submitted_by, submitted_at)
       values ($1, $2, $3, 'NOCN', '2026-02-01', '2027-01-31', $3, $4)`,
      [evidence, attempt?.id, person, AT],
    );
    await db.sql(`select check_evidence($1, $2, 'accepted', '2026-02-01', '2027-01-31', '', $3)`, [
      evidence,
      owner,
      AT,
    ]);
    expect(await standing(person, plant.id)).toEqual([['2026-02-01', '2027-01-31', 'equivalence']]);
    await db.sql(
      `select revoke_completion(person_id, seq, 'proof-not-genuine', '{}', $2) from ledger_entry where person_id = $1 and course_id = $3`,
      [person, AT, cards.id],
    );
    expect(await standing(person, plant.id)).toEqual([]);
    // It is not given again by anything that looks at the person later.
    await db.sql(
      `select count_equivalences(array(select id from equivalence_version where state = 'active'), $1, $2)`,
      [[person], AT],
    );
    expect(await standing(person, plant.id)).toEqual([]);
  });

  it('goes through a refresher and never round', async () => {
    const refresher = await course('Refresher');
    const whole = await course('Whole', { months: 24, refresher: refresher.id });
    await equivalence({ course: whole.id }, refresher.id);
    const person = await make.person();
    await complete(person, whole, '2026-03-01', '2028-02-29');
    // The whole counts as its refresher; that renews the whole, which came from the whole.
    expect((await standing(person, refresher.id)).map(([on]) => on)).toEqual(['2026-03-01']);
    expect((await standing(person, whole.id)).map(([, , source]) => source)).toEqual(['manual', 'refresher']);
  });

  const merge = async (from: string, into: string) => {
    const id = uuid();
    await db.sql('select merge_people($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[id, from, into, owner, '2026-12-23', '', TODAY, AT],
    ]);
    return id;
  };
  const undo = (id: string) => db.sql('select undo_merge($1, $2, $3, $4)', [id, owner, TODAY, '2026-11-23T10:00:00Z']);
  /** Asked for by somebody else, or by their own wish, which is not asked again. */
  const owes = async (person: string, courseId: string, kind: 'person' | 'self') => {
    const [id, request] = [uuid(), kind === 'person' ? uuid() : null];
    if (request)
      await db.sql(
        `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, 'w', '{}', 'given', $3, $4)`,
        [request, courseId, owner, AT],
      );
    await db.sql(
      `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, $4, '2026-12-01')`,
      [id, person, courseId, AT],
    );
    await db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, due_on, since) values ($1, $2, $3, $4, '2026-12-01', $5)`,
      [uuid(), id, kind, request, AT],
    );
  };
  const rightTables = async () =>
    expect(
      await db.sql(
        `(table standing_dates except table standing_dates_now) union all (table standing_dates_now except table standing_dates)`,
      ),
    ).toEqual([]);

  it('counts what two entries have together while they are one, and not when they are two again', async () => {
    const [part, rest, all] = [await course('Part'), await course('Rest'), await course('All', { months: 12 })];
    const refresher = await course('On from all');
    await equivalence({ course: part.id }, all.id, { remainder: rest.id });
    await equivalence({ course: all.id }, refresher.id);
    const [kept, other] = [await make.person(), await make.person()];
    await complete(kept, part, '2026-04-01', '2026-12-31');
    await complete(other, rest, '2026-05-01');
    expect(await standing(kept, all.id)).toEqual([]);
    const first = await merge(other, kept);
    const together = [['2026-05-01', '2026-12-31', 'equivalence']];
    expect(await standing(kept, all.id)).toEqual(together);
    expect(await standing(kept, refresher.id)).toEqual(together);
    await undo(first);
    for (const person of [kept, other])
      for (const { id } of [all, refresher]) expect(await standing(person, id)).toEqual([]);
    await rightTables();
    // Nothing that looks at them later gives it again, while they are two.
    await db.sql(
      `select count_equivalences(array(select id from equivalence_version where state = 'active'), $1, $2)`,
      [[kept, other], AT],
    );
    expect(await standing(kept, all.id)).toEqual([]);
    await merge(other, kept);
    expect(await standing(kept, all.id)).toEqual(together);
    expect(await standing(kept, refresher.id)).toEqual(together);
    await rightTables();
  });

  it('renews by a refresher of one of them what the other one did, only while they are one', async () => {
    const refresher = await course('Day of repeating');
    const whole = await course('Five days', { months: 24, refresher: refresher.id });
    const [kept, other] = [await make.person(), await make.person()];
    await complete(other, whole, '2024-12-01', '2026-11-30');
    const merged = await merge(other, kept);
    await complete(kept, refresher, '2026-11-20');
    const renewed = ['2026-11-20', expect.any(String), 'refresher'];
    expect(await standing(kept, whole.id)).toEqual([renewed]);
    await undo(merged);
    expect(await standing(kept, whole.id)).toEqual([]);
    expect(await standing(kept, refresher.id)).toHaveLength(1);
    expect(await standing(other, whole.id)).toEqual([['2024-12-01', '2026-11-30', 'manual']]);
    await rightTables();
  });

  it('leaves a refresher alone that renews what the same one did, when they are two again', async () => {
    const refresher = await course('Morning of repeating');
    const whole = await course('Three days', { months: 24, refresher: refresher.id });
    const [kept, other] = [await make.person(), await make.person()];
    await complete(kept, whole, '2024-12-01', '2026-11-30');
    const merged = await merge(other, kept);
    await complete(kept, refresher, '2026-11-20');
    await undo(merged);
    expect((await standing(kept, whole.id)).map(([, , source]) => source)).toEqual(['manual', 'refresher']);
    await rightTables();
  });

  it('renews on merging by a refresher of one of them what the other one did, and gives back what stood', async () => {
    const refresher = await course('Evening of repeating');
    const whole = await course('Two days', { months: 24, refresher: refresher.id });
    const owed = () =>
      db.sql(
        `select a.person_id, a.cycle, a.state, a.closed_why, a.due_on::text, a.opens_on::text, r.kind, r.ended_why
         from assignment a join assignment_reason r on r.assignment_id = a.id where a.course_id = $1 and a.closed_why is distinct from 'merge-undone' order by 1, 2, 3, 7`,
        [whole.id],
      );
    for (const done of ['kept', 'other'] as const) {
      const [kept, other] = [await make.person(), await make.person()];
      const [first, second] = done === 'kept' ? [kept, other] : [other, kept];
      await owes(kept, whole.id, 'person');
      await owes(other, whole.id, 'person');
      await complete(first, whole, '2024-12-01', '2026-11-30');
      await complete(second, refresher, '2026-11-20');
      const before = await owed();
      const renewed = ['2026-11-20', '2028-11-30', 'refresher'];
      for (const time of ['once', 'again']) {
        const merged = await merge(other, kept);
        expect([time, (await standing(kept, whole.id)).at(-1)]).toEqual([time, renewed]);
        expect(await owed()).not.toEqual(before);
        await rightTables();
        await undo(merged);
        expect(await standing(second, whole.id)).toEqual([]);
        expect(await standing(first, whole.id)).toEqual([['2024-12-01', '2026-11-30', 'manual']]);
        expect(await owed()).toEqual(before);
        await rightTables();
      }
      // Taken back while they are one, the refresher renews nothing, however often it had counted.
      await merge(other, kept);
      expect((await standing(kept, whole.id)).at(-1)).toEqual(renewed);
      await db.sql(
        `select revoke_completion(person_id, seq, 'wrong-person', '{}', $2) from ledger_entry where course_id = $1 and person_id = $3`,
        [...[refresher.id, AT, second]],
      );
      expect((await standing(kept, whole.id)).map(([, , source]) => source)).not.toContain('refresher');
    }
  });

  it('gives back what one of two was counted for the other, when they are two again', async () => {
    const [own, whole] = [await course('Own'), await course('Whole course', { months: 24 })];
    const [card, byCard] = ['Slinger card', await course('Slinging')];
    const [kept, other] = [await make.person(), await make.person()];
    await complete(other, own, '2026-06-01');
    await owes(kept, whole.id, 'self');
    await owes(other, whole.id, 'self');
    await db.sql(
      `insert into outside_award (id, person_id, qualification_id, awarded_on, recorded_by, recorded_at, key)
       values ($1, $2, name_qualification('card', 'CPCS', null, '', $3, $5), '2026-07-01', $4, $5, 'slinger')`,
      [uuid(), other, card, owner, AT],
    );
    const merged = await merge(other, kept);
    // Both count only once they are one; the facts are of the other one.
    const { version } = await equivalence({ course: own.id }, whole.id);
    const { version: ofCard } = await equivalence({ card, issuer: 'CPCS' }, byCard.id);
    await db.sql('select count_equivalences($1, $2, $3)', [[version, ofCard], [kept], AT]);
    await complete(kept, own, '2026-08-01');
    const counted = [
      ['2026-06-01', '2028-05-31', 'equivalence'],
      ['2026-08-01', '2028-07-31', 'equivalence'],
    ];
    expect(await standing(kept, whole.id)).toEqual(counted);
    expect(await standing(kept, byCard.id)).toEqual([['2026-07-01', null, 'equivalence']]);
    await undo(merged);
    // What was recorded since stays with who was kept; what was the other one's before goes with them.
    expect(await standing(kept, whole.id)).toEqual(counted.slice(1));
    expect(await standing(other, whole.id)).toEqual(counted.slice(0, 1));
    expect(await standing(kept, byCard.id)).toEqual([]);
    expect(await standing(other, byCard.id)).toEqual([['2026-07-01', null, 'equivalence']]);
    const open = await db.sql(`select person_id from assignment where course_id = $1 and state = 'open'`, [whole.id]);
    expect(open).toEqual([]);
    const why = await db.sql<{ body: string }>(
      `select body from ledger_entry where person_id = $1 and kind = 'revocation'`,
      [kept],
    );
    expect(why.map(({ body }) => (JSON.parse(body) as { fact: { reasonCode: string } }).fact.reasonCode)).toEqual([
      'merge-undone',
      'merge-undone',
    ]);
    await rightTables();
  });

  it('works through many people in pieces, goes on where it stopped, and waits for who began before', async () => {
    const [from, to] = [await course('From'), await course('To', { months: 24 })];
    const people = await db.sql<{ id: string }>(
      `insert into person (id, given_name, family_name, created_at) select gen_random_uuid(), 'A', 'B', $1 from generate_series(1, 450) returning id`,
      [AT],
    );
    await db.sql(
      `select append_completion(p, $2, $3, '2026-06-01', null, 'manual', gen_random_uuid(), '{}', $4) from unnest($1::uuid[]) p`,
      [people.map(({ id }) => id), from.id, from.version, AT],
    );
    const { id, version } = await equivalence({ course: from.id }, to.id, { state: 'draft' });
    const app = await db.dataSource([]);
    const work = new WorkRuns(new Transactions(app), new Stopped());
    const run = async (kind: string, dry: boolean) => {
      const made = uuid();
      await db.sql(
        `insert into equivalence_run (id, kind, dry, equivalence_id, equivalence_version_id, requested_by, requested_at, moved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [made, kind, dry, id, kind === 'apply' ? version : null, owner, AT],
      );
      return made;
    };
    const found = async (made: string) =>
      (
        await db.sql(
          'select done, total, entries, people, done_at is not null as over from equivalence_run where id = $1',
          [made],
        )
      )[0];
    const given = async () =>
      (
        await db.sql<{ n: number }>(
          `select count(*)::int as n from counted_through where equivalence_id = $1 and not is_revoked(person_id, seq)`,
          [id],
        )
      )[0]?.n;

    const look = await run('apply', true);
    await work.run(look);
    expect(await found(look)).toEqual({ done: 450, total: 450, entries: 450, people: 450, over: true });
    expect(await given()).toBe(0);

    // Somebody's completion was begun before, and nobody can see it yet.
    const late = app.createQueryRunner();
    await late.startTransaction();
    await late.query(`select append_completion($1, $2, $3, '2026-06-02', null, 'manual', $4, '{}', $5)`, [
      owner,
      from.id,
      from.version,
      uuid(),
      AT,
    ]);
    await db.sql(`update equivalence_version set state = 'active' where id = $1`, [version]);
    await read(version, [from.id]);
    const apply = await run('apply', false);
    expect(await work.run(apply, undefined, 4)).toBe(false);
    expect(await given()).toBe(0);
    await late.commitTransaction();
    await late.release();
    // Two at once share the work, and none is done twice.
    await Promise.all([work.run(apply), work.run(apply)]);
    expect(await found(apply)).toMatchObject({ done: 451, entries: 451, over: true });
    expect(await given()).toBe(451);

    await db.sql(`update equivalence_version set state = 'ended' where id = $1`, [version]);
    const back = await run('withdraw', false);
    await work.run(back);
    expect(await found(back)).toMatchObject({ done: 451, entries: 451, over: true });
    expect(await given()).toBe(0);
    const [check] = await db.sql<{ n: number }>(
      `select count(*)::int as n from ((table standing_dates except table standing_dates_now)
         union all (table standing_dates_now except table standing_dates)) x`,
    );
    expect(check?.n).toBe(0);
  });
});
