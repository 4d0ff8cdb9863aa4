import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Consequences,
  CountedPeople,
  CountsAs,
  Created,
  Equivalence,
  EquivalencePage,
  EquivalencePreview,
  PersonRecord,
  Why,
} from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const dayFrom = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

describe('equivalences', () => {
  let t: TestApp;
  let adviser: Client;
  let second: Client;
  let trainer: Client;
  let coordinator: Client;
  let auditor: Client;
  let learner: Client;
  let supplier: string;
  const ids: Record<string, string> = {};
  const course: Record<string, string> = {};

  const person = async (name: string, role?: string): Promise<Client> => {
    const id = (ids[name] = await t.make.person({ givenName: name, familyName: 'Karim' }));
    if (role)
      await t.make.grant({ personId: id, role, ...(role === 'coordinator' ? { organisationId: supplier } : {}) });
    return t.as(id);
  };
  const published = async (code: string, title: string, months?: number): Promise<void> => {
    course[code] = await t.make.course({ code, title });
    const version = await t.make.courseVersion({
      courseId: course[code],
      ...(months === undefined ? {} : { validityMonths: months }),
    });
    await t.make.publish(version);
  };

  beforeAll(async () => {
    t = await testApp();
    supplier = await t.make.organisation({ name: 'Dunmarsh Surfacing' });
    adviser = await person('Helen', 'people-team');
    second = await person('Daniel', 'people-team');
    trainer = await person('Tom', 'trainer');
    coordinator = await person('Priya', 'coordinator');
    auditor = await person('Grace', 'auditor');
    learner = await person('Aisha');
    await person('Bryn');
    for (const name of ['Aisha', 'Bryn'])
      await t.make.engagement({
        personId: ids[name] ?? '',
        organisationId: supplier,
        lineManagerId: ids['Tom'] ?? '',
        startsOn: dayFrom(-20),
      });
    await published('SSSTS', 'Site supervisors', 60);
    await published('TTM', 'Traffic management', 24);
    await published('TTM-R', 'Traffic management, what is left');
    await published('OLD', 'Old traffic course', 12);
  });
  afterAll(() => t.stop());

  const card = { kind: 'card', issuer: 'CITB', title: 'CSCS Supervisor card' } as const;
  const terms = { kind: 'full', reason: 'The card needs the same course.' } as const;
  const create = async (by: Client, body: object) => {
    const made = await by.post('/equivalences', { source: card, courseId: course['SSSTS'], ...terms, ...body });
    return made.json<Created>().id;
  };
  const read = async (id: string) => (await adviser.get(`/equivalences/${id}`)).json<Equivalence>();
  const draftOf = async (id: string) => (await read(id)).versions[0]?.id ?? '';
  const preview = async (version: string) =>
    (await adviser.post(`/equivalence-versions/${version}/preview`)).json<EquivalencePreview>();
  const inForce = async (id: string, by = adviser) => {
    const version = await draftOf(id);
    const { id: previewId } = await preview(version);
    return by.post(`/equivalence-versions/${version}/apply`, { previewId });
  };
  const award = (personId: string, over: object = {}) => ({
    url: `/people/${personId}/outside-awards`,
    body: { id: uuid(), thing: card, awardedOn: dayFrom(-100), expiresOn: dayFrom(400), reference: '0419', ...over },
  });
  const record = async (personId: string, by = adviser) =>
    (await by.get(`/people/${personId}/record`)).json<PersonRecord>();
  const countedOf = async (name: string) =>
    (await record(ids[name] ?? '')).completions.filter(({ source }) => source === 'equivalence');
  let supervisors: string;

  it('lets trainers record what they have seen, in their scope and not for themselves', async () => {
    const first = award(ids['Aisha'] ?? '');
    expect((await trainer.post(first.url, first.body)).json()).toMatchObject({ outcome: 'recorded' });
    expect((await trainer.post(first.url, first.body)).json()).toMatchObject({ outcome: 'already' });
    const otherEnd = { ...first.body, id: uuid(), expiresOn: null };
    expect((await trainer.post(first.url, otherEnd)).json()).toMatchObject({ code: 'other-dates' });
    expect((await coordinator.post(first.url, first.body)).status).toBe(403);
    expect((await learner.post(first.url, first.body)).status).toBe(403);
    const outside = award(ids['Helen'] ?? '');
    expect((await trainer.post(outside.url, outside.body)).status).toBe(404);
    expect((await adviser.post(outside.url, outside.body)).json()).toMatchObject({ code: 'own-record' });
    expect((await trainer.post(first.url, { ...first.body, awardedOn: dayFrom(2) })).status).toBe(422);
    expect((await trainer.post(first.url, { ...first.body, expiresOn: dayFrom(-200) })).status).toBe(422);
  });

  it('previews who gains what, and applies exactly that, also to what was there before', async () => {
    supervisors = await create(adviser, {});
    const again = await adviser.post('/equivalences', { source: card, courseId: course['SSSTS'], ...terms });
    expect(again.json()).toMatchObject({ code: 'there-already' });
    const version = await draftOf(supervisors);
    const seen = await preview(version);
    expect(seen).toMatchObject({
      people: 1,
      needsSecondPerson: false,
      courses: [{ courseId: course['SSSTS'], people: 1 }],
      changes: [{ before: 'not required', after: 'valid', people: 1 }],
      doneAt: expect.any(String),
    });
    expect(await countedOf('Aisha')).toEqual([]);
    const people = (await auditor.get(`/equivalence-previews/${seen.id}/people`)).json<CountedPeople>();
    expect(people.items).toMatchObject([
      {
        name: 'Aisha Karim',
        organisationName: 'Dunmarsh Surfacing',
        completedOn: dayFrom(-100),
        validUntil: dayFrom(400),
      },
    ]);
    const csv = await adviser.get(`/equivalence-previews/${seen.id}/people.csv`);
    expect(csv.body).toContain(
      `"Aisha Karim","Dunmarsh Surfacing","Site supervisors","${dayFrom(-100)}","${dayFrom(400)}"`,
    );

    // Somebody else gains something meanwhile: it would not be what was seen.
    const other = award(ids['Bryn'] ?? '', { expiresOn: null });
    await trainer.post(other.url, other.body);
    const late = await adviser.post(`/equivalence-versions/${version}/apply`, { previewId: seen.id });
    expect(late.json()).toMatchObject({ code: 'facts-changed' });
    const applied = await inForce(supervisors);
    expect(applied.json<Equivalence>()).toMatchObject({
      state: 'in-force',
      people: 2,
      versions: [{ run: { done: 2, total: 2, entries: 2, doneAt: expect.any(String) } }],
    });
    expect(await countedOf('Aisha')).toMatchObject([{ completedOn: dayFrom(-100), validUntil: dayFrom(400) }]);
    // No end on the card: what the course says.
    expect((await countedOf('Bryn'))[0]?.validUntil).toMatch(/^20/);
  });

  it('counts at once what comes later, and shows what would follow', async () => {
    const later = award(ids['Aisha'] ?? '', { awardedOn: dayFrom(-3), expiresOn: dayFrom(900) });
    const what = (await trainer.post(`${later.url}/preview`, later.body)).json<Consequences>();
    expect(what.courses).toMatchObject([{ title: 'Site supervisors', after: { validUntil: dayFrom(900) } }]);
    expect(await countedOf('Aisha')).toHaveLength(1);
    await trainer.post(later.url, later.body);
    expect(await countedOf('Aisha')).toHaveLength(2);
  });

  it('says through what, to those who may see behind a fact', async () => {
    const [newest] = await countedOf('Aisha');
    expect(newest?.through).toMatchObject({
      source: { kind: 'card', title: 'CSCS Supervisor card', by: 'CITB' },
      on: dayFrom(-3),
      equivalenceId: supervisors,
      number: 1,
    });
    expect((await record(ids['Aisha'] ?? '')).outside).toMatchObject([
      { awardedOn: dayFrom(-3), recordedByName: 'Tom Karim', takenBack: false, counts: true },
      { awardedOn: dayFrom(-100) },
    ]);
    // Nobody but the person is told a card's number, and an employer sees only what its own reasons ask for.
    expect((await learner.get('/my/record')).json<PersonRecord>().outside[0]?.reference).toBe('0419');
    expect((await record(ids['Aisha'] ?? '')).outside[0]?.reference).toBeNull();
    const seen = await record(ids['Aisha'] ?? '', coordinator);
    expect([seen.completions, seen.outside]).toEqual([[], []]);
  });

  it('hides from an employer what was recorded before its time, also behind what was counted since', async () => {
    const [request, owes] = [uuid(), uuid()];
    await t.db.sql(
      `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, 'w', '{}', 'given', $3, now())`,
      [request, course['SSSTS'], ids['Helen']],
    );
    await t.db.sql(
      `insert into assignment (id, person_id, course_id, due_on, state, closed_on, closed_why, created_at) values ($1, $2, $3, $4, 'closed', $4, 'completed', now())`,
      [owes, ids['Bryn'], course['SSSTS'], dayFrom(-1)],
    );
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, since)
       select $1, $2, 'person', $3, id, $5, now() from engagement where person_id = $4`,
      [uuid(), owes, request, ids['Bryn'], dayFrom(-1)],
    );
    const seen = async () => {
      const found = await record(ids['Bryn'] ?? '', coordinator);
      const why = await coordinator.get(`/people/${ids['Bryn']}/courses/${course['SSSTS']}/why`);
      const through = found.completions[0]?.through?.source.title ?? null;
      return [found.completions[0]?.source, through, found.outside.length, why.json<Why>().through?.title ?? null];
    };
    const title = 'CSCS Supervisor card';
    expect(await seen()).toEqual(['equivalence', title, 1, title]);
    await t.db.sql(`update outside_award set recorded_at = recorded_at - interval '40 days' where person_id = $1`, [
      ids['Bryn'],
    ]);
    expect(await seen()).toEqual(['equivalence', null, 0, null]);
    await t.db.sql(`update outside_award set recorded_at = recorded_at + interval '40 days' where person_id = $1`, [
      ids['Bryn'],
    ]);
  });

  it('goes with what it came from', async () => {
    const rows = (await record(ids['Aisha'] ?? '')).outside;
    const at = `/people/${ids['Aisha']}/outside-awards/${rows[0]?.id}/take-back`;
    const what = (await trainer.post(`${at}/preview`, { reasonCode: 'proof-not-genuine' })).json<Consequences>();
    expect(what.courses).toMatchObject([{ before: { validUntil: dayFrom(900) }, after: { validUntil: dayFrom(400) } }]);
    expect((await trainer.post(at, { reasonCode: 'proof-not-genuine' })).status).toBe(204);
    expect((await trainer.post(at, { reasonCode: 'proof-not-genuine' })).status).toBe(204);
    expect(await countedOf('Aisha')).toMatchObject([
      { revoked: true, revokedWhy: { reasonCode: 'source-taken-back' } },
      { revoked: false },
    ]);
    expect((await coordinator.post(at, { reasonCode: 'other', note: 'x' })).status).toBe(403);
  });

  it('counts a course as another, and with what is left to be done, step by step', async () => {
    const source = { kind: 'course', courseId: course['OLD'] };
    const old = await create(adviser, { source, courseId: course['TTM-R'] });
    expect((await inForce(old)).status).toBe(200);
    const topUp = await create(adviser, {
      courseId: course['TTM'],
      kind: 'top-up',
      remainderCourseId: course['TTM-R'],
    });
    expect((await inForce(topUp)).json<Equivalence>()).toMatchObject({ people: 0, state: 'in-force' });
    const done = { id: uuid(), courseId: course['OLD'], completedOn: dayFrom(-30) };
    expect((await adviser.post(`/people/${ids['Aisha']}/completions`, done)).status).toBe(200);
    const found = await countedOf('Aisha');
    // The earliest end of the card, the old course and the course itself.
    expect(found.slice(0, 2)).toMatchObject([
      {
        title: 'Traffic management',
        completedOn: dayFrom(-30),
        through: { remainder: 'Traffic management, what is left' },
      },
      { title: 'Traffic management, what is left', through: { source: { title: 'Old traffic course' } } },
    ]);
    expect(found[0]?.validUntil).toBe(found[1]?.validUntil);
    const what = (await learner.get(`/courses/${course['TTM']}/counts-as`)).json<CountsAs>();
    expect(what.items).toMatchObject([{ kind: 'top-up', held: true, remainder: { courseId: course['TTM-R'] } }]);
  });

  it('refuses a circle, and names it', async () => {
    const back = await create(adviser, {
      source: { kind: 'course', courseId: course['TTM-R'] },
      courseId: course['OLD'],
    });
    const refused = await adviser.post(`/equivalence-versions/${await draftOf(back)}/preview`);
    expect(refused.json()).toMatchObject({
      code: 'counts-in-a-circle',
      detail: expect.stringContaining(
        '“Old traffic course” → “Traffic management, what is left” → “Old traffic course”',
      ),
    });
    const itself = { source: { kind: 'course', courseId: course['TTM'] }, courseId: course['TTM'], ...terms };
    expect((await adviser.post('/equivalences', itself)).status).toBe(422);
    const empty = await create(adviser, { courseId: course['OLD'], reason: '', kind: 'top-up' });
    const problem = await adviser.post(`/equivalence-versions/${await draftOf(empty)}/preview`);
    expect(problem.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path)).toEqual([
      'reason',
      'remainderCourseId',
    ]);
    const version = (await read(empty)).versions[0];
    const discard = (seen: number) =>
      adviser.delete(`/equivalence-versions/${version?.id}`, { 'if-match': `"${seen}"` });
    expect((await discard(9)).status).toBe(412);
    expect((await discard(version?.version ?? 0)).status).toBe(204);
    expect((await adviser.get(`/equivalences/${empty}`)).status).toBe(404);
  });

  it('asks a second person where the course is mandatory', async () => {
    await t.db.sql('update course set mandatory = true where id = $1', [course['OLD']]);
    const company = { kind: 'company-course', organisationId: supplier, code: 'D-7', title: 'Dunmarsh traffic' };
    const id = await create(adviser, { source: company, courseId: course['OLD'] });
    expect((await inForce(id)).json()).toMatchObject({ code: 'second-person-needed' });
    const version = await draftOf(id);
    const { id: previewId, needsSecondPerson } = await preview(version);
    expect(needsSecondPerson).toBe(true);
    await adviser.post(`/equivalence-versions/${version}/propose`, { previewId });
    expect((await inForceNow(adviser)).status).toBe(403);
    const waiting = (await auditor.get('/equivalences?show=open&q=dunmarsh')).json<EquivalencePage>();
    expect(waiting.items).toMatchObject([
      { id, state: 'in-review', waiting: true, source: { by: 'Dunmarsh Surfacing' } },
    ]);
    await second.post(`/equivalence-versions/${version}/return`, { reason: 'Since when?' });
    expect((await read(id)).versions[0]).toMatchObject({ state: 'draft', returnedReason: 'Since when?' });
    await adviser.post(`/equivalence-versions/${version}/propose`, { previewId });
    expect((await inForceNow(second)).json<Equivalence>()).toMatchObject({ state: 'in-force' });
    function inForceNow(by: Client) {
      return by.post(`/equivalence-versions/${version}/apply`, { previewId });
    }
  });

  it('has a new version take over from a day on, and keeps what was given', async () => {
    const { versions } = (await adviser.post(`/equivalences/${supervisors}/versions`)).json<Equivalence>();
    const draft = versions[0];
    const save = (seen: number) =>
      adviser.put(
        `/equivalence-versions/${draft?.id}`,
        { ...terms, fromOn: dayFrom(-50), limitMonths: 1 },
        { 'if-match': `"${seen}"` },
      );
    expect((await save(draft?.version ?? 0)).status).toBe(200);
    expect((await save(draft?.version ?? 0)).status).toBe(412);
    expect((await inForce(supervisors)).json<Equivalence>().versions).toMatchObject([
      { number: 2, state: 'active', fromOn: dayFrom(-50) },
      { number: 1, state: 'active', toOn: dayFrom(-51) },
    ]);
    const later = award(ids['Bryn'] ?? '', { awardedOn: dayFrom(-10) });
    await trainer.post(later.url, later.body);
    expect((await countedOf('Bryn')).map(({ through }) => through?.number)).toEqual([2, 1]);
  });

  it('ends for what is awarded later, or takes back what it gave', async () => {
    const end = (body: object) => adviser.post(`/equivalences/${supervisors}/end`, body);
    const until = { how: 'prospective', fromOn: dayFrom(-5), reason: 'The card has changed.' };
    expect((await end(until)).json<Equivalence>()).toMatchObject({ state: 'closed', people: 2 });
    const later = award(ids['Bryn'] ?? '', { awardedOn: dayFrom(-4) });
    await trainer.post(later.url, later.body);
    expect(await countedOf('Bryn')).toHaveLength(2);

    const seen = (await adviser.post(`/equivalences/${supervisors}/end/preview`)).json<EquivalencePreview>();
    expect(seen).toMatchObject({ people: 2, needsSecondPerson: false, entries: 3 });
    // What was fulfilled by it is owed again, with its old date.
    expect(seen.changes).toEqual([
      { before: 'valid', after: 'not required', people: 1 },
      { before: 'valid', after: 'overdue', people: 1 },
    ]);
    expect(await countedOf('Bryn')).toMatchObject([{ revoked: false }, { revoked: false }]);
    const back = { how: 'retroactive', previewId: seen.id, reason: 'It was never the same.' };
    expect((await end(back)).json<Equivalence>()).toMatchObject({ state: 'ended', people: 0 });
    expect(await countedOf('Bryn')).toMatchObject([
      { revoked: true, revokedWhy: { reasonCode: 'equivalence-withdrawn', note: 'It was never the same.' } },
      { revoked: true },
    ]);
    expect((await end(back)).json()).toMatchObject({ code: 'not-in-force' });
  });

  it('takes nothing back from more than a hundred by one person alone', async () => {
    const [{ id } = { id: '' }] = (
      await adviser.get('/equivalences?q=old%20traffic&show=in-force')
    ).json<EquivalencePage>().items;
    const seen = (await adviser.post(`/equivalences/${id}/end/preview`)).json<EquivalencePreview>();
    await t.db.sql('update equivalence_run set people = 101 where id = $1', [seen.id]);
    const body = { how: 'retroactive', previewId: seen.id, reason: 'Wrong.' };
    const asked = (await adviser.post(`/equivalences/${id}/end`, body)).json<Equivalence>();
    expect(asked).toMatchObject({ state: 'in-force', ends: [{ state: 'waiting', people: 101 }] });
    const decide = (by: Client) => by.post(`/equivalence-ends/${asked.ends[0]?.id}/decide`, { approve: true });
    expect((await decide(adviser)).json()).toMatchObject({ code: 'second-person-needed' });
    expect((await decide(second)).json<Equivalence>()).toMatchObject({ state: 'ended', ends: [{ state: 'done' }] });
    expect((await decide(second)).status).toBe(409);
  });

  it('is nobody else’s to write, and read by who sees all', async () => {
    for (const by of [trainer, coordinator, learner, auditor])
      expect((await by.post('/equivalences', { source: card, courseId: course['TTM'], ...terms })).status).toBe(403);
    expect((await auditor.get('/equivalences')).status).toBe(200);
    expect((await trainer.get('/equivalences')).status).toBe(403);
    expect((await adviser.get(`/equivalences/${uuid()}`)).status).toBe(404);
    expect((await adviser.post('/equivalences', { source: card, courseId: uuid(), ...terms })).status).toBe(409);
    const [check] = await t.db.sql<{ n: number }>(
      `select count(*)::int as n from ((table standing_dates except table standing_dates_now)
         union all (table standing_dates_now except table standing_dates)) x`,
    );
    expect(check?.n).toBe(0);
  });
});
