import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type LocalDate, validUntilWithEvidence } from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';

const TODAY = '2026-11-23';
const AT = '2026-11-23T09:00:00Z';
const LATER = '2026-11-23T09:30:00Z';

interface Card {
  issuedOn: LocalDate;
  expiresOn: LocalDate | null;
}

describe('how long a course counts that cards stand behind', () => {
  let db: TestDatabase;
  let make: Factory;
  let verifier: string;
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    verifier = await make.person();
  });
  afterAll(() => db.stop());

  /** A published course whose activities are all evidence, but for a page at the end when told so. */
  async function course(cards: number, months: number | null, page = false) {
    const courseId = await make.course();
    const versionId = await make.courseVersion({ courseId, validityMonths: months ?? undefined });
    const activities: string[] = [];
    const kinds = [...Array.from({ length: cards }, () => 'evidence'), ...(page ? ['page'] : [])];
    for (const [i, kind] of kinds.entries()) {
      const id = uuid();
      await db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings) values ($1, $2, $1, $3, $4, $4, $5)`,
        [id, versionId, i + 1, kind, JSON.stringify({ kind, html: '<p>Read this.</p>' })],
      );
      activities.push(id);
    }
    await make.publish(versionId);
    return { courseId, versionId, activities };
  }
  const begin = async (person: string, activity: string, at: string) =>
    (
      await db.sql<{ id: string }>('select id from begin_attempt($1, $2, $3, $4, $5)', [
        uuid(),
        person,
        activity,
        at,
        TODAY,
      ])
    )[0]?.id ?? '';
  /** Sends and accepts one card. */
  async function accept(person: string, activity: string, { issuedOn, expiresOn }: Card, at = AT): Promise<unknown> {
    const attempt = await begin(person, activity, at);
    const id = uuid();
    await db.sql(
      `insert into evidence_submission (id, attempt_id, person_id, issuer, issued_on, expires_on, submitted_by, submitted_at)
       values ($1, $2, $3, 'CITB', $4, $5, $3, $6)`,
      [id, attempt, person, issuedOn, expiresOn, at],
    );
    const [row] = await db.sql<{ answer: unknown }>(
      `select check_evidence($1, $2, 'accepted', $3, $4, '', $5) as answer`,
      [id, verifier, issuedOn, expiresOn, at],
    );
    return row?.answer;
  }
  const completions = (person: string) =>
    db.sql<{ on: string; until: string | null; source: string }>(
      `select completed_on::text as on, valid_until::text as until, source from ledger_entry where person_id = $1 order by seq`,
      [person],
    );
  const standing = async (person: string, courseId: string, on: string) =>
    (
      await db.sql<{ standing: string }>(
        'select standing_on(s.*, $3) as standing from standing_dates s where person_id = $1 and course_id = $2',
        [person, courseId, on],
      )
    )[0]?.standing;

  it('agrees with the domain, for one card and for several', async () => {
    const card = fc
      .tuple(
        fc.integer({ min: -900, max: 0 }).map((n) => addDays(TODAY, n)),
        fc.option(fc.integer({ min: 1, max: 1500 }), { nil: null }),
      )
      .map(([issuedOn, n]): Card => ({ issuedOn, expiresOn: n === null ? null : addDays(issuedOn, n) }));
    const cases = fc.sample(
      fc.record({
        months: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
        cards: fc.array(card, { minLength: 1, maxLength: 3 }),
      }),
      { numRuns: 60, seed: 4711 },
    );
    for (const { months, cards } of cases) {
      const { activities } = await course(cards.length, months);
      const person = await make.person();
      for (const [i, given] of cards.entries()) await accept(person, activities[i] ?? '', given);
      const last = cards.at(-1)?.issuedOn ?? '';
      const until = validUntilWithEvidence(
        last,
        months,
        cards.map((c) => c.expiresOn),
      );
      expect(await completions(person)).toEqual([{ on: last, until, source: 'evidence' }]);
    }
  });

  it('makes the standing expire with the card, and the renewal window open before it', async () => {
    const { courseId, activities } = await course(1, 60);
    const person = await make.person();
    await db.sql(`insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, $4, $5)`, [
      uuid(),
      person,
      courseId,
      AT,
      TODAY,
    ]);
    const ends = addDays(TODAY, 90);
    expect(await accept(person, activities[0] ?? '', { issuedOn: addDays(TODAY, -10), expiresOn: ends })).toEqual({
      outcome: 'checked',
      courseDone: true,
    });
    const seen: (string | undefined)[] = [];
    for (const on of [TODAY, addDays(ends, -31), addDays(ends, -30), ends, addDays(ends, 1)]) {
      seen.push(await standing(person, courseId, on));
    }
    expect(seen).toEqual(['valid', 'valid', 'expiring', 'expiring', 'expired']);
    const [row] = await db.sql('select valid_until::text, window_from::text from standing_dates where person_id = $1', [
      person,
    ]);
    expect(row).toEqual({ valid_until: ends, window_from: addDays(ends, -30) });
  });

  it('counts the card also when something else finishes the course', async () => {
    const { activities } = await course(1, 24, true);
    const person = await make.person();
    const ends = addDays(TODAY, 200);
    expect(
      await accept(person, activities[0] ?? '', { issuedOn: addDays(TODAY, -300), expiresOn: ends }),
    ).toMatchObject({
      courseDone: false,
    });
    const page = await begin(person, activities[1] ?? '', LATER);
    await db.sql(`select finish_attempt($1, $2, null, $3, 'attempt', '{}', $4)`, [page, person, TODAY, LATER]);
    expect(await completions(person)).toEqual([{ on: TODAY, until: ends, source: 'attempt' }]);
  });

  it('forgets the card of the time before', async () => {
    const { activities, courseId } = await course(1, null);
    const person = await make.person();
    await db.sql(`insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, $4)`, [
      uuid(),
      person,
      courseId,
      AT,
    ]);
    await accept(person, activities[0] ?? '', { issuedOn: addDays(TODAY, -700), expiresOn: addDays(TODAY, 5) });
    await accept(person, activities[0] ?? '', { issuedOn: TODAY, expiresOn: addDays(TODAY, 900) }, LATER);
    expect((await completions(person)).map((c) => c.until)).toEqual([addDays(TODAY, 5), addDays(TODAY, 900)]);
    const [row] = await db.sql('select valid_until::text from standing_dates where person_id = $1', [person]);
    expect(row).toEqual({ valid_until: addDays(TODAY, 900) });
  });

  it('leaves courses without cards as they were', async () => {
    const { activities } = await course(0, 12, true);
    const person = await make.person();
    const page = await begin(person, activities[0] ?? '', AT);
    await db.sql(`select finish_attempt($1, $2, null, $3, 'attempt', '{}', $4)`, [page, person, TODAY, AT]);
    expect(await completions(person)).toEqual([{ on: TODAY, until: '2027-11-22', source: 'attempt' }]);
  });
});
