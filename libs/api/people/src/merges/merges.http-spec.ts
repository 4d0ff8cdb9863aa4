import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DuplicatePage,
  History,
  MergePage,
  MergePreview,
  Person,
  PersonPage,
  PersonRecord,
  Problem,
} from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { PASSWORD, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { derivedOf } from './derived.test.js';

const TODAY = londonDate(new Date());

/** Aisha Karim works for Dunmarsh; Tollbar entered her once more, as Aishah. */
describe('one person who was entered twice', () => {
  let t: TestApp;
  let team: Client;
  let keep: string;
  let twin: string;
  let organisation: string;
  let tollbar: string;
  let courses: { id: string; activityId: string }[];
  let before: unknown;

  const course = async (title: string) => {
    const id = await t.make.course({ title });
    const version = await t.make.courseVersion({ courseId: id, validityMonths: 12 });
    const activityId = uuid();
    await t.db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Talk')`,
      [activityId, version],
    );
    await t.make.publish(version);
    return { id, activityId };
  };
  const owe = (personId: string, courseId: string, dueOn: string) =>
    t.db.sql(
      `with a as (insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, '2026-01-05T09:00:00Z', $4) returning id),
         q as (insert into assignment_request (id, course_id, why, due_on, chosen, asked_by, asked_at)
           values ($5, $3, 'Site rules', $4, '{}', $2, '2026-01-05T09:00:00Z') returning id)
       insert into assignment_reason (id, assignment_id, kind, request_id, due_on, since) select $6, a.id, 'person', q.id, $4, '2026-01-05T09:00:00Z' from a, q`,
      [uuid(), personId, courseId, dueOn, uuid(), uuid()],
    );
  const done = (personId: string, n: number, completedOn: string) =>
    team.post(`/activities/${courses[n]?.activityId}/in-person`, { personIds: [personId], completedOn, note: '' });
  const preview = (keepId = keep, mergeId = twin) => team.post('/merges/preview', { keepId, mergeId });
  const record = async (id: string) => (await team.get(`/people/${id}/record`)).json<PersonRecord>();
  const tables = () => derivedOf(t.db, [keep, twin]);
  const differing = () =>
    t.db.sql(
      `(table standing_dates except table standing_dates_now) union all (table standing_dates_now except table standing_dates)`,
    );
  const signIn = async (name: string) => (await t.anonymous.post('/auth/token', { name, password: PASSWORD })).status;

  beforeAll(async () => {
    t = await testApp();
    const adviser = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
    await t.make.grant({ personId: adviser, role: 'people-team' });
    team = await t.as(adviser);
    organisation = await t.make.organisation({ name: 'Dunmarsh Surfacing' });
    tollbar = await t.make.organisation({ name: 'Tollbar Electrical' });
    keep = await t.make.person({ givenName: 'Aisha', familyName: 'Karim', contactEmail: 'aisha@home.test' });
    twin = await t.make.person({ givenName: 'Aishah', familyName: 'Karim', contactEmail: 'Aisha@home.test' });
    await t.make.engagement({ personId: keep, organisationId: organisation });
    await t.make.engagement({ personId: twin, organisationId: tollbar });
    const report = await t.make.person({ givenName: 'Owen', familyName: 'Pike' });
    await t.make.engagement({ personId: report, organisationId: tollbar, lineManagerId: twin });
    await t.account(keep, 'aisha.karim');
    await t.account(twin, 'aishah.karim');
    courses = [await course('Incursions'), await course('Fatigue'), await course('Data protection')];
    const id = (n: number) => courses[n]?.id ?? '';
    await owe(keep, id(0), addDays(TODAY, 20));
    await owe(twin, id(0), addDays(TODAY, 5));
    await owe(keep, id(1), addDays(TODAY, -3));
    await done(twin, 1, addDays(TODAY, -40));
    await done(keep, 2, addDays(TODAY, -300));
    await done(twin, 2, addDays(TODAY, -10));
    await t.drain();
    before = await tables();
  });
  afterAll(() => t.stop());

  it('is found by the People Team, with why, and by nobody else', async () => {
    const page = (await team.get('/duplicates')).json<DuplicatePage>();
    expect(page).toMatchObject({ left: 0, nextCursor: null });
    expect(page.items).toHaveLength(1);
    expect(page.items[0]?.why).toEqual(['email', 'name']);
    expect([page.items[0]?.one.id, page.items[0]?.other.id].sort()).toEqual([keep, twin].sort());
    const learner = await t.as(await t.make.person({ givenName: 'Sam', familyName: 'Reed' }));
    for (const answer of [await learner.get('/duplicates'), await learner.get('/merges')])
      expect(answer.status).toBe(403);
  });

  it('is shown before it is merged, and the look changes nothing', async () => {
    const seen = (await preview()).json<MergePreview>();
    expect(seen.keep).toMatchObject({ completions: 1, owed: 2, signInNames: ['aisha.karim'] });
    expect(seen.merge).toMatchObject({ completions: 2, signInNames: ['aishah.karim'], hasPassword: true });
    expect(
      seen.courses.map((c) => [c.title, c.keep?.standing, c.merge?.standing, c.after.standing, c.after.dueOn]),
    ).toEqual([
      ['Data protection', 'valid', 'valid', 'valid', null],
      // It comes again, but its window has not opened.
      ['Fatigue', 'overdue', 'valid', 'valid', null],
      ['Incursions', 'not started', 'not started', 'not started', addDays(TODAY, 5)],
    ]);
    expect(await tables()).toEqual(before);
  });

  it('is merged as it was seen, or not at all', async () => {
    const seen = (await preview()).json<MergePreview>();
    const request = { keepId: keep, mergeId: twin, note: 'Tollbar wrote Aishah.' };
    const stale = await team.post('/merges', { ...request, digest: 'another' });
    expect([stale.status, stale.json<Problem>().code]).toEqual([409, 'facts-changed']);
    expect((await team.post('/merges', { ...request, digest: seen.digest })).status).toBe(201);
    expect((await team.post('/merges', { ...request, digest: seen.digest })).status).toBe(404);
    await t.drain();
    expect(await differing()).toEqual([]);
    const whole = await record(keep);
    expect(whole.courses.map((c) => [c.title, c.standing, c.dueOn]).slice(2)).toEqual([
      ['Incursions', 'not started', addDays(TODAY, 5)],
    ]);
    expect(whole.completions.map((c) => c.chainId).sort()).toEqual([keep, twin, twin].sort());
    const owed = await t.db.sql(
      `select count(*)::int as n, count(distinct assignment_id)::int as of from assignment_reason r join assignment a on a.id = r.assignment_id
       where a.person_id = $1 and a.course_id = $2 and a.state = 'open' and r.ended_at is null`,
      [keep, courses[0]?.id],
    );
    expect(owed).toEqual([{ n: 2, of: 1 }]);
  });

  it('reads as one everywhere, under either number, and signs in with either name', async () => {
    const person = (await team.get(`/people/${twin}`)).json<Person>();
    expect([person.id, person.engagements.length]).toEqual([keep, 2]);
    expect(await record(twin)).toEqual(await record(keep));
    const { items: known } = (await team.get(`/people/${keep}/history`)).json<History>();
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter(({ fields }) => fields.length === 0)).toEqual([]);
    const found = (await team.get('/people?q=aishah')).json<PersonPage>();
    expect(found.items.map(({ id }) => id)).toEqual([keep]);
    expect((await team.get('/duplicates')).json<DuplicatePage>().items).toEqual([]);
    const session = (await t.anonymous.post('/auth/token', { name: 'aishah.karim', password: PASSWORD })).json<{
      accessToken: string;
    }>();
    const me = (await t.anonymous.get('/me', { authorization: `Bearer ${session.accessToken}` })).json<{
      personId?: string;
      id?: string;
    }>();
    expect(me.personId ?? me.id).toBe(keep);
    expect(await signIn('aisha.karim')).toBe(200);
    const own = { authorization: `Bearer ${session.accessToken}` };
    expect((await t.anonymous.get(`/people/${twin}/completions/1/certificate`, own)).status).toBe(200);
    const [employer] = await t.db.sql<{ n: number }>('select count(*)::int as n from person_alias');
    expect(employer?.n).toBe(1);
  });

  it('is not entered once more', async () => {
    const answer = await team.post('/people', {
      person: { givenName: 'Aishah', familyName: 'Karim', contactEmail: 'aisha@home.test' },
      engagement: {
        organisationId: organisation,
        employeeNumber: 'D-9',
        jobRole: 'Operative',
        employmentGroup: 'site',
        startsOn: TODAY,
      },
    });
    expect([answer.status, answer.json<Problem>().fields?.[0]?.path]).toEqual([422, 'person.familyName']);
  });

  it('can have an entry of either chain taken back', async () => {
    const entry = (await record(keep)).completions.find((c) => c.title === 'Fatigue');
    const at = `/people/${entry?.chainId}/completions/${entry?.seq}/take-back`;
    const follows = (await team.post(`${at}/preview`, { reasonCode: 'not-done' })).json<{
      courses: { after: { standing: string } }[];
    }>();
    expect(follows.courses.map((c) => c.after.standing)).toEqual(['overdue']);
  });

  it('is undone with everything back', async () => {
    const [merge] = (await team.get('/merges')).json<MergePage>().items;
    expect(merge).toMatchObject({ name: 'Aisha Karim', mergedName: 'Aishah Karim', keptBecause: null });
    expect((await team.post(`/merges/${merge?.id}/undo`)).status).toBe(204);
    await t.drain();
    expect(await tables()).toEqual(before);
    expect(await differing()).toEqual([]);
    const again = await team.post(`/merges/${merge?.id}/undo`);
    expect([again.status, again.json<Problem>().code]).toEqual([409, 'not-undone']);
    expect(await signIn('aishah.karim')).toBe(200);
    const chains = await t.db.sql(`select action from audit_event where action like 'person.%merge' order by id`);
    expect(chains).toEqual([{ action: 'person.merge' }, { action: 'person.unmerge' }]);
  });

  it('keeps what was done in between with whoever is kept', async () => {
    const seen = (await preview()).json<MergePreview>();
    const { id } = (await team.post('/merges', { keepId: keep, mergeId: twin, digest: seen.digest })).json<{
      id: string;
    }>();
    await t.drain();
    await done(keep, 0, TODAY);
    expect((await record(keep)).courses.find((c) => c.title === 'Incursions')?.standing).toBe('valid');
    expect((await team.post(`/merges/${id}/undo`)).status).toBe(204);
    await t.drain();
    const standing = async (who: string) => (await record(who)).courses.find((c) => c.title === 'Incursions')?.standing;
    expect([await standing(keep), await standing(twin)]).toEqual(['valid', 'not started']);
    expect(await differing()).toEqual([]);
  });

  it('refuses oneself, powers over everybody, the same entry, and what is too late', async () => {
    const code = async (keepId: string, mergeId: string) => (await preview(keepId, mergeId)).json<Problem>().code;
    const colleague = await t.make.person({ givenName: 'Lucy', familyName: 'Vane' });
    await t.make.grant({ personId: colleague, role: 'administrator' });
    const me = (await team.get('/me')).json<{ personId?: string; id?: string }>();
    expect(await code(keep, colleague)).toBe('holds-power');
    const own = me.personId ?? me.id ?? '';
    for (const id of [own, own.toUpperCase()]) expect(await code(id, keep)).toBe('own-entry');
    expect((await preview(keep, keep)).status).toBe(422);
    expect((await preview(keep, uuid())).status).toBe(404);
    const seen = (await preview()).json<MergePreview>();
    const { id } = (await team.post('/merges', { keepId: keep, mergeId: twin, digest: seen.digest })).json<{
      id: string;
    }>();
    await t.db.sql('update person_merge set undo_until = $2 where id = $1', [id, addDays(TODAY, -1)]);
    expect((await team.post(`/merges/${id}/undo`)).status).toBe(409);
    await t.db.sql('update person_merge set undo_until = $2 where id = $1', [id, TODAY]);
    expect((await team.post(`/merges/${id}/undo`)).status).toBe(204);
  });

  it('is left alone once somebody has said that they are two', async () => {
    expect((await team.get('/duplicates')).json<DuplicatePage>().items).toHaveLength(1);
    for (const _ of [1, 2])
      expect((await team.post('/duplicates/apart', { oneId: keep, otherId: twin })).status).toBe(204);
    await t.db.sql(`update person set phone = '07700 900123' where id in ($1, $2)`, [keep, twin]);
    expect((await team.get('/duplicates')).json<DuplicatePage>().items).toEqual([]);
  });
});
