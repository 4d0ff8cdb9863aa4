import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MergePreview, PersonRecord } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { derivedOf } from './derived.test.js';

const TODAY = londonDate(new Date());
const AT = '2026-01-05T09:00:00Z';

/** Bea and Beatrice are one. What one of them did counts together with what the other did. */
describe('what follows from a merge', () => {
  let t: TestApp;
  let team: Client;
  let keep: string;
  let twin: string;
  const courses: Record<string, { id: string; version: string }> = {};

  const course = async (title: string, refresher?: string) => {
    const id = await t.make.course({ title });
    const version = await t.make.courseVersion({ courseId: id, validityMonths: 12 });
    if (refresher)
      await t.db.sql('update course_version set refresher_course_id = $2 where id = $1', [
        version,
        courses[refresher]?.id,
      ]);
    await t.make.publish(version);
    courses[title] = { id, version };
  };
  /** One course counts as another, together with a third that is left to be done. */
  const topUp = async (source: string, target: string, remainder: string) => {
    const [id, version] = [uuid(), uuid()];
    const [from, to, rest] = [source, target, remainder].map((title) => courses[title]?.id);
    await t.db.sql(
      `insert into equivalence (id, course_id, source_course_id, owner_id, created_at) values ($1, $2, $3, $4, $5)`,
      [id, to, from, keep, AT],
    );
    await t.db.sql(
      `insert into equivalence_version (id, equivalence_id, number, state, kind, remainder_course_id, reason, created_by, created_at, applied_by)
       values ($1, $2, 1, 'active', 'top-up', $3, 'w', $4, $5, $4)`,
      [version, id, rest, keep, AT],
    );
    await t.db.sql(
      'insert into equivalence_reads (course_id, equivalence_version_id) select c, $1 from unnest($2::uuid[]) c',
      [version, [from, rest]],
    );
  };
  const done = (personId: string, title: string, daysAgo: number) =>
    t.db.sql(`select append_completion($1, $2, $3, $4, version_counts_until($3, $1, $4), 'manual', $5, '{}', $6)`, [
      ...[personId, courses[title]?.id, courses[title]?.version, addDays(TODAY, -daysAgo), uuid(), AT],
    ]);
  const owe = (personId: string, title: string) =>
    t.db.sql(`insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, $4, $5)`, [
      uuid(),
      personId,
      courses[title]?.id,
      AT,
      addDays(TODAY, 10),
    ]);
  const asks = async (
    personId: string,
    title: string,
    dueOn: string | null,
    state = 'waiting',
    by: string | null = null,
  ) => {
    const id = uuid();
    await t.db.sql(
      `insert into learner_request (id, person_id, kind, course_id, due_on, why, state, asked_at, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, 'Please', $6, $7, $8, $9)`,
      [id, personId, dueOn ? 'extension' : 'enrolment', courses[title]?.id, dueOn, state, AT, by, by && AT],
    );
    return id;
  };
  const preview = async () =>
    (await team.post('/merges/preview', { keepId: keep, mergeId: twin })).json<MergePreview>();
  const merged = async (): Promise<string> => {
    const answer = await team.post('/merges', { keepId: keep, mergeId: twin, digest: (await preview()).digest });
    expect([answer.status, answer.body]).toEqual([201, expect.any(String)]);
    return answer.json<{ id: string }>().id;
  };

  beforeAll(async () => {
    t = await testApp();
    const adviser = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
    await t.make.grant({ personId: adviser, role: 'people-team' });
    team = await t.as(adviser);
    const organisationId = await t.make.organisation();
    keep = await t.make.person({ givenName: 'Beatrice', familyName: 'Stone' });
    twin = await t.make.person({ givenName: 'Bea', familyName: 'Stone' });
    for (const personId of [keep, twin]) await t.make.engagement({ personId, organisationId });
    for (const title of ['Abroad', 'Site rules', 'Supervisor', 'Short', 'Spare']) await course(title);
    await course('Long', 'Short');
    await topUp('Abroad', 'Supervisor', 'Site rules');
    await owe(keep, 'Supervisor');
    await done(keep, 'Abroad', 100);
    await done(twin, 'Site rules', 50);
    await done(keep, 'Long', 350);
    await done(twin, 'Short', 20);
    await t.drain();
  });
  afterAll(() => t.stop());

  it('is shown before: which courses count in addition, through what, and what that changes', async () => {
    const before = await derivedOf(t.db, [keep, twin]);
    const { counts, courses: changed } = await preview();
    expect(counts).toMatchObject([
      { title: 'Long', how: 'refresher', through: 'Short', completedOn: addDays(TODAY, -20) },
      { title: 'Supervisor', how: 'equivalence', through: 'Abroad, Site rules', completedOn: addDays(TODAY, -50) },
    ]);
    const line = (title: string) => changed.find((one) => one.title === title);
    expect(line('Supervisor')).toMatchObject({ keep: { standing: 'not started' }, after: { standing: 'valid' } });
    expect(line('Long')?.after.validUntil).toBe(counts[0]?.validUntil);
    expect(await derivedOf(t.db, [keep, twin])).toEqual(before);
  });

  it('is what is merged, and goes again', async () => {
    const seen = await preview();
    const id = await merged();
    await t.drain();
    const { completions, courses: now } = (await team.get(`/people/${keep}/record`)).json<PersonRecord>();
    const told = completions.filter(({ source }) => source === 'equivalence' || source === 'refresher');
    expect(
      told
        .map(({ title, completedOn, validUntil }) => ({ title, completedOn, validUntil }))
        .toSorted((a, b) => a.title.localeCompare(b.title)),
    ).toEqual(seen.counts.map(({ title, completedOn, validUntil }) => ({ title, completedOn, validUntil })));
    for (const { title, after } of seen.courses)
      expect(now.find((one) => one.title === title)).toMatchObject({
        standing: after.standing,
        validUntil: after.validUntil,
      });
    expect((await team.post(`/merges/${id}/undo`)).status).toBe(204);
    const undone = (await team.get(`/people/${keep}/record`)).json<PersonRecord>();
    expect(undone.courses.find(({ title }) => title === 'Supervisor')?.standing).not.toBe('valid');
    // Once more, and the same is shown again.
    expect((await preview()).counts).toEqual(seen.counts);
  });

  it('takes along what the merged entry asked for, and gives it back', async () => {
    const extension = await asks(keep, 'Supervisor', addDays(TODAY, 40));
    const same = await asks(twin, 'Supervisor', addDays(TODAY, 30));
    const spare = await asks(twin, 'Spare', null);
    const answered = await asks(twin, 'Spare', null, 'refused', await t.make.person());
    const whose = async () =>
      Object.fromEntries(
        (await t.db.sql<{ id: string; person_id: string }>('select id, person_id from learner_request')).map((row) => [
          row.id,
          row.person_id,
        ]),
      );
    const before = await whose();
    expect((await preview()).merge.asked).toBe(1);
    const id = await merged();
    expect(await whose()).toEqual({ [extension]: keep, [same]: twin, [spare]: keep, [answered]: keep });
    const waiting = await t.db.sql<{ id: string }>('select id from waiting_request where person_id = $1', [keep]);
    expect(waiting.map((row) => row.id)).toContain(spare);
    expect((await team.post(`/merges/${id}/undo`)).status).toBe(204);
    expect(await whose()).toEqual(before);
  });
});
