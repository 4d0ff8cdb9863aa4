import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AssessmentSheet,
  Created,
  MyChecks,
  OpenedActivity,
  PersonRecord,
  PracticalChoices,
  PracticalStatus,
  Problem,
  SignedAssessment,
  ToAssessPage,
} from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { JPEG, practicalCourse, type PracticalCourse } from '../../../../../test/http/assessment-courses.js';

describe('a practical', () => {
  let t: TestApp;
  let course: PracticalCourse;
  let organisation: string;
  let manager: string;
  let named: string;
  const clients = new Map<string, Promise<Client>>();
  const as = (person: string): Promise<Client> => {
    const client = clients.get(person) ?? t.as(person);
    clients.set(person, client);
    return client;
  };

  beforeAll(async () => {
    t = await testApp();
    organisation = await t.make.organisation({ kind: 'partner' });
    manager = await t.make.person({ givenName: 'Priya', familyName: 'Nair' });
    await t.make.engagement({ personId: manager, organisationId: organisation });
    named = await t.make.person({ givenName: 'Sol', familyName: 'Ferris' });
    await t.make.engagement({ personId: named, organisationId: await t.make.organisation() });
    course = await practicalCourse(t, { lineManagers: true, trainers: true, personIds: [named] });
  });
  afterAll(() => t.stop());

  /** Somebody who owes the course, and reports to the manager unless told otherwise. */
  async function learner(lineManagerId: string | undefined = manager): Promise<string> {
    const id = await t.make.person();
    await t.make.engagement({ personId: id, organisationId: organisation, lineManagerId });
    await course.assign(id);
    return id;
  }
  const attemptOf = async (person: string): Promise<string> =>
    (await (await as(person)).post(`/my/activities/${course.activityId}/open`)).json<OpenedActivity>().attemptId;
  const ask = async (person: string, note = ''): Promise<string> => {
    const attempt = await attemptOf(person);
    expect((await (await as(person)).put(`/my/attempts/${attempt}/practical/request`, { note })).status).toBe(204);
    return attempt;
  };
  const status = async (person: string, attempt: string) =>
    (await (await as(person)).get(`/my/attempts/${attempt}/practical`)).json<PracticalStatus>();
  const waiting = async (assessor: string) =>
    (await (await as(assessor)).get('/assessments/waiting')).json<ToAssessPage>().items.map((item) => item.personId);
  const begin = async (assessor: string, personId: string, id = uuid()) =>
    (await as(assessor)).post('/assessments', { id, personId, activityId: course.activityId });
  const results = (...met: (boolean | null)[]) => ({
    results: course.items.map(({ id }, i) => ({
      itemId: id,
      met: met[i] ?? null,
      note: met[i] === false ? 'Not yet' : '',
    })),
    note: 'Seen on site',
  });
  const sign = async (assessor: string, id: string, body: object) =>
    (await as(assessor)).post(`/assessments/${id}/sign`, body);
  const code = (answer: { json<T>(): T }) => answer.json<Problem>().code;

  it('tells the learner who may sign, and nothing that only authors need', async () => {
    const person = await learner();
    const opened = (await (await as(person)).post(`/my/activities/${course.activityId}/open`)).json<OpenedActivity>();
    expect(opened.settings).not.toHaveProperty('assessors');
    expect(await status(person, opened.attemptId)).toMatchObject({
      signers: { trainers: true, lineManagers: ['Priya Nair'], named: ['Sol Ferris'] },
      asked: null,
      signOffs: [],
      done: false,
    });
    const stranger = await as(await learner());
    expect((await stranger.get(`/my/attempts/${opened.attemptId}/practical`)).status).toBe(404);
    expect((await stranger.put(`/my/attempts/${opened.attemptId}/practical/request`, {})).status).toBe(404);
  });

  it('goes to whoever may sign, and to nobody else', async () => {
    const above = await t.make.person();
    await t.make.engagement({ personId: above, organisationId: organisation });
    const between = await t.make.person();
    await t.make.engagement({ personId: between, organisationId: organisation, lineManagerId: above });
    const person = await learner(between);
    const grant = async (role: string, organisationId?: string) => {
      const id = await t.make.person();
      await t.make.engagement({ personId: id, organisationId: organisation });
      await t.make.grant({ personId: id, role, organisationId });
      return id;
    };
    const trainerElsewhere = await grant('trainer');
    const trainerHere = await grant('trainer');
    await t.make.grant({ personId: trainerHere, role: 'coordinator', organisationId: organisation });
    const [peopleTeam, auditor, coordinator] = [
      await grant('people-team'),
      await grant('auditor'),
      await grant('coordinator', organisation),
    ];
    await ask(person, 'On the M42, any afternoon');
    for (const may of [between, above, trainerHere, peopleTeam, named]) {
      expect(await waiting(may)).toContain(person);
      expect((await begin(may, person)).status).toBe(201);
    }
    for (const mayNot of [trainerElsewhere, auditor, coordinator, manager]) {
      expect(await waiting(mayNot)).not.toContain(person);
    }
    // Who sees the learner is told why; for the others there is nothing.
    expect([(await begin(trainerElsewhere, person)).status, (await begin(manager, person)).status]).toEqual([404, 404]);
    expect(code(await begin(auditor, person))).toBe('not-an-assessor');
    expect(code(await begin(coordinator, person))).toBe('not-an-assessor');
    const item = (await (await as(between)).get('/assessments/waiting'))
      .json<ToAssessPage>()
      .items.find((i) => i.personId === person);
    expect(item).toMatchObject({ note: 'On the M42, any afternoon', courseTitle: course.title });
    expect(item?.askedAt).toMatch(/Z$/);
  });

  it('is opened by being asked only for those the course names, and closes when the request is taken back', async () => {
    const person = await learner();
    expect((await begin(named, person)).status).toBe(404);
    const attempt = await ask(person);
    const { id } = (await begin(named, person)).json<Created>();
    expect((await (await as(named)).get(`/assessments/${id}`)).status).toBe(200);
    await (await as(person)).delete(`/my/attempts/${attempt}/practical/request`);
    expect((await (await as(named)).get(`/assessments/${id}`)).status).toBe(404);
    expect((await sign(named, id, results(true, true, true))).status).toBe(404);
    expect((await status(person, attempt)).asked).toBeNull();
  });

  it('is never signed by the learner: not as a trainer, not as their own manager, not under another number', async () => {
    const self = await t.make.person();
    const other = await t.make.person();
    await t.make.engagement({ personId: self, organisationId: organisation, lineManagerId: other });
    // The manager of their manager, through a second engagement.
    await t.make.engagement({ personId: other, organisationId: organisation, lineManagerId: self });
    await t.make.grant({ personId: self, role: 'trainer' });
    await t.make.grant({ personId: self, role: 'people-team' });
    await course.assign(self);
    await ask(self);
    expect(await waiting(self)).not.toContain(self);
    expect([code(await begin(self, self)), (await begin(self, self)).status]).toEqual(['not-your-own', 403]);
    const twin = await t.make.person();
    await t.make.engagement({ personId: twin, organisationId: organisation });
    await t.make.grant({ personId: twin, role: 'people-team' });
    expect(await waiting(twin)).toContain(self);
    await t.db.sql('insert into person_alias (person_id, same_as, since) values ($1, $2, now())', [twin, self]);
    expect(await waiting(twin)).not.toContain(self);
    expect(code(await begin(twin, self))).toBe('not-your-own');
  });

  it('keeps a draft on the server, for its assessor alone, and lets no second device overwrite it', async () => {
    const person = await learner();
    const { id } = (await begin(manager, person)).json<Created>();
    expect((await begin(manager, person)).json<Created>().id).toBe(id);
    const mine = await as(manager);
    const put = (version: number, body: object) => mine.put(`/assessments/${id}`, body, { 'if-match': `"${version}"` });
    const elsewhere = { itemId: uuid(), met: true, note: '' };
    const draft = results(true, null, null);
    expect((await put(1, { ...draft, results: [elsewhere, ...draft.results] })).json()).toEqual({ version: 2 });
    expect(code(await put(1, results(false, null, null)))).toBe('changed-meanwhile');
    const sheet = (await mine.get(`/assessments/${id}`)).json<AssessmentSheet>();
    expect(sheet).toMatchObject({ version: 2, note: 'Seen on site', signed: null, closed: false, personId: person });
    expect(sheet.results).toEqual(draft.results);
    expect(sheet.settings).not.toHaveProperty('assessors');
    await ask(person);
    expect((await (await as(named)).get(`/assessments/${id}`)).status).toBe(404);
    expect((await sign(named, id, results(true, true, true))).status).toBe(404);
    expect((await (await as(person)).get(`/assessments/${id}`)).status).toBe(404);
    expect((await mine.delete(`/assessments/${id}`)).status).toBe(204);
    expect((await mine.get(`/assessments/${id}`)).status).toBe(404);
    expect(await waiting(manager)).toContain(person);
  });

  it('is not signed with an item open', async () => {
    const person = await learner();
    const { id } = (await begin(manager, person)).json<Created>();
    const refused = await sign(manager, id, results(true, null, true));
    expect(refused.status).toBe(422);
    expect(refused.json<Problem>().fields?.map((f) => f.path)).toEqual([`results.${course.items[1]?.id}`]);
    expect(await t.db.sql('select 1 from practical_sign_off where id = $1', [id])).toEqual([]);
  });

  it('fails by a critical item, tells the learner what was missing, and can be asked for again', async () => {
    const person = await learner();
    const attempt = await ask(person);
    const { id } = (await begin(manager, person)).json<Created>();
    const failed = (await sign(manager, id, results(false, true, true))).json<SignedAssessment>();
    expect(failed).toEqual({ id, passed: false, courseDone: false });
    const seen = await status(person, attempt);
    expect(seen).toMatchObject({ asked: null, done: false });
    expect(seen.signOffs[0]).toMatchObject({ passed: false, assessorName: 'Priya Nair', note: 'Seen on site' });
    expect(seen.signOffs[0]?.results[0]).toEqual({ itemId: course.items[0]?.id, met: false, note: 'Not yet' });
    const told = (await (await as(person)).get('/my/checks')).json<MyChecks>();
    expect(told.notPassed.map((n) => n.activityId)).toEqual([course.activityId]);
    await ask(person);
    expect((await (await as(person)).get('/my/checks')).json<MyChecks>().notPassed).toEqual([]);
    const again = (await begin(manager, person)).json<Created>();
    expect(again.id).not.toBe(id);
    expect((await sign(manager, again.id, results(true, true, true))).json<SignedAssessment>().passed).toBe(true);
    expect((await status(person, attempt)).signOffs.map((s) => s.passed)).toEqual([true, false]);
  });

  it('is a fact in the record once, however often it is signed, with the assessor’s name', async () => {
    const person = await learner();
    await ask(person);
    const { id } = (await begin(manager, person)).json<Created>();
    const body = results(true, false, true);
    const answers = await Promise.all([1, 2, 3].map(() => sign(manager, id, body)));
    expect(answers.map((a) => a.json())).toEqual([1, 2, 3].map(() => ({ id, passed: true, courseDone: true })));
    // What is signed stays: a later signature with something else is answered with what stands.
    expect((await sign(manager, id, results(false, false, false))).json<SignedAssessment>().passed).toBe(true);
    expect(code(await (await as(manager)).put(`/assessments/${id}`, body, { 'if-match': '"1"' }))).toBe(
      'already-signed',
    );
    const record = (await (await as(person)).get('/my/record')).json<PersonRecord>();
    expect(record.completions).toHaveLength(1);
    expect(record.completions[0]).toMatchObject({ source: 'practical', recordedByName: 'Priya Nair' });
    const [fact] = await t.db.sql<{ basis: string; results: unknown[] }>(
      'select basis, results from practical_sign_off where id = $1',
      [id],
    );
    expect(fact).toMatchObject({ basis: 'line-manager', results: body.results });
    expect(await waiting(manager)).not.toContain(person);
    expect(code(await begin(manager, person))).toBe('already-signed');
  });

  it('is signed by one of two who look at the same time', async () => {
    const person = await learner();
    await ask(person);
    const [one, two] = [
      (await begin(manager, person)).json<Created>().id,
      (await begin(named, person)).json<Created>().id,
    ];
    const answers = await Promise.all([
      sign(manager, one, results(true, true, true)),
      sign(named, two, results(true, true, true)),
    ]);
    expect(answers.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(code(answers.find((a) => a.status === 409) ?? answers[0]!)).toBe('already-signed');
    const rows = await t.db.sql('select 1 from practical_sign_off where person_id = $1', [person]);
    expect(rows).toHaveLength(1);
  });

  it('tells who was asked too that somebody else was quicker', async () => {
    const person = await learner();
    await ask(person);
    const [one, two] = [
      (await begin(manager, person)).json<Created>().id,
      (await begin(named, person)).json<Created>().id,
    ];
    expect((await sign(manager, one, results(true, true, true))).status).toBe(200);
    expect(code(await sign(named, two, results(true, true, true)))).toBe('already-signed');
  });

  it('can be begun without being asked, for anybody in scope', async () => {
    const person = await learner();
    await course.askedByEmployers(person);
    const mine = await as(manager);
    const found = (await mine.get('/assessments/people?q=')).json<{ items: { id: string }[] }>().items.map((p) => p.id);
    expect(found).toContain(person);
    expect(found).not.toContain(manager);
    const choices = (await mine.get(`/assessments/people/${person}`)).json<PracticalChoices>();
    expect(choices.items).toEqual([
      expect.objectContaining({ activityId: course.activityId, required: true, doneOn: null }),
    ]);
    const stranger = await t.make.person();
    expect((await mine.get(`/assessments/people/${stranger}`)).status).toBe(404);
    expect((await begin(manager, stranger)).status).toBe(404);
  });

  it('keeps photos for the assessor, the learner, and those who may see behind the record', async () => {
    const person = await learner();
    const { id } = (await begin(manager, person)).json<Created>();
    const mine = await as(manager);
    const photoId = uuid();
    const bytes = { 'content-type': 'application/octet-stream' };
    const add = (body: Buffer, photo = photoId) =>
      mine.put(`/assessments/${id}/photos/${photo}?itemId=${course.items[0]?.id}`, body, bytes);
    expect([(await add(JPEG)).status, (await add(JPEG)).status]).toEqual([204, 204]);
    for (const bad of ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', '%PDF-1.7 and so on and on', '']) {
      expect((await add(Buffer.from(bad), uuid())).status).toBe(422);
    }
    expect((await (await as(named)).put(`/assessments/${id}/photos/${uuid()}`, JPEG, bytes)).status).toBe(404);
    const [photo, ...others] = (await mine.get(`/assessments/${id}`)).json<AssessmentSheet>().photos;
    expect(others).toEqual([]);
    const read = async (address: string, host?: string) => {
      const url = new URL(address);
      return t.anonymous.get(url.pathname + url.search, { host: host ?? url.host });
    };
    const picture = await read(photo?.address ?? '');
    expect([picture.status, picture.headers['content-type'], picture.headers['x-content-type-options']]).toEqual([
      200,
      'image/jpeg',
      'nosniff',
    ]);
    expect(picture.headers['content-security-policy']).toContain('sandbox');
    expect(picture.headers['content-disposition']).toMatch(/^attachment/);
    // Not on the app's own host, not on another content host, not with another token.
    const address = photo?.address ?? '';
    expect((await read(address, new URL(t.origin).host)).headers['content-type']).not.toBe('image/jpeg');
    const other = new URL(address).host.replace(/^c-(.)/, (_, c) => (c === '0' ? 'c-1' : 'c-0'));
    expect((await read(address, other)).status).toBe(401);
    expect((await read(address.replace(/t=./, 't=A'))).status).toBe(401);
    expect((await read(address.replace(/[^/]{64}\?/, `${'0'.repeat(64)}?`))).status).toBe(401);

    expect((await sign(manager, id, results(true, true, true))).status).toBe(200);
    expect(code(await mine.delete(`/assessments/${id}/photos/${photoId}`))).toBe('already-signed');
    const auditor = await t.make.person();
    await t.make.engagement({ personId: auditor, organisationId: organisation });
    await t.make.grant({ personId: auditor, role: 'auditor' });
    for (const may of [person, auditor, manager]) {
      const sheet = (await (await as(may)).get(`/assessments/${id}`)).json<AssessmentSheet>();
      expect((await read(sheet.photos[0]?.address ?? '')).status).toBe(200);
    }
    // A later employer sees the standing, not what is behind a fact of an earlier time.
    const later = await t.make.organisation();
    await t.make.engagement({ personId: person, organisationId: later, startsOn: '2090-01-01' });
    const coordinator = await t.make.person();
    await t.make.engagement({ personId: coordinator, organisationId: later });
    await t.make.grant({ personId: coordinator, role: 'coordinator', organisationId: later });
    for (const mayNot of [named, coordinator]) {
      expect((await (await as(mayNot)).get(`/assessments/${id}`)).status).toBe(404);
    }
  });

  it('shows its place to those who have something to do there', async () => {
    const person = await learner();
    const checks = async (who: string) => (await (await as(who)).get('/my/checks')).json<MyChecks>();
    expect(await checks(person)).toMatchObject({ assesses: false, toAssess: 0, verifies: false, sends: false });
    const before = (await checks(manager)).toAssess;
    await ask(person);
    expect(await checks(manager)).toMatchObject({ assesses: true, toAssess: before + 1 });
  });

  it('names the people whom it names to its authors', async () => {
    const author = await t.make.person();
    await t.make.grant({ personId: author, role: 'author' });
    const answer = await (await as(author)).get(`/activities/${course.activityId}/assessors`);
    expect(answer.json()).toEqual({ items: [{ id: named, name: 'Sol Ferris' }] });
    expect((await (await as(await learner())).get(`/activities/${course.activityId}/assessors`)).status).toBe(403);
  });

  it('cannot be altered by the product itself', async () => {
    const dataSource = await t.db.dataSource([]);
    for (const statement of ['delete from practical_sign_off', 'update practical_sign_off set passed = true']) {
      await expect(dataSource.query(statement)).rejects.toThrow('permission denied');
    }
  });
});
