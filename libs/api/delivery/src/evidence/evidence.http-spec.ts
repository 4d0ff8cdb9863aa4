import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MalwareScanner, ScannerUnavailable, Storage } from '@lms/api-platform';
import type {
  EvidenceChecked,
  EvidenceChoices,
  EvidencePage,
  EvidenceSettings,
  EvidenceSheet,
  EvidenceStatus,
  FoundPeople,
  MyChecks,
  PersonRecord,
  Problem,
} from '@lms/contracts';
import { addDays, addMonths } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type AssessedCourse, evidenceCourse, JPEG, PDF } from '../../../../../test/http/assessment-courses.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const BYTES = { 'content-type': 'application/octet-stream' };

describe('evidence', () => {
  let t: TestApp;
  let course: AssessedCourse;
  let organisation: string;
  let helen: string;
  let daniel: string;
  let tom: string;
  let today: string;
  const clients = new Map<string, Promise<Client>>();
  const as = (person: string): Promise<Client> => {
    const client = clients.get(person) ?? t.as(person);
    clients.set(person, client);
    return client;
  };

  beforeAll(async () => {
    t = await testApp();
    organisation = await t.make.organisation();
    [helen, daniel] = [await somebody('people-team'), await somebody('people-team')];
    tom = await somebody('coordinator', organisation);
    course = await evidenceCourse(t);
    today = (await (await as(helen)).get('/me')).json<{ today: string }>().today;
  });
  afterAll(() => t.stop());

  async function somebody(role?: string, of?: string, email?: string): Promise<string> {
    const id = await t.make.person({ contactEmail: email });
    await t.make.engagement({ personId: id, organisationId: organisation });
    if (role) await t.make.grant({ personId: id, role, organisationId: of });
    return id;
  }
  async function learner(of: AssessedCourse = course, email?: string): Promise<string> {
    const id = await somebody(undefined, undefined, email);
    await of.assign(id);
    return id;
  }
  const sendFile = async (who: string, body: Buffer = JPEG, name = 'card.jpg', id = uuid()) =>
    (await as(who)).put(`/evidence/files/${id}?name=${encodeURIComponent(name)}`, body, BYTES);
  const fileOf = async (who: string) => (await sendFile(who)).json<{ id: string }>().id;
  const card = (personId: string, given: Record<string, unknown> = {}) => ({
    id: uuid(),
    personId,
    activityId: course.activityId,
    issuer: 'Street Works Qualifications Register',
    number: 'SWQR 118',
    issuedOn: addDays(today, -100),
    expiresOn: addDays(today, 500),
    fileId: null as string | null,
    ...given,
  });
  const submit = async (who: string, given: Record<string, unknown>) => (await as(who)).post('/evidence', given);
  /** Sends a good one and answers its id. */
  const sent = async (personId: string, who = personId, given: Record<string, unknown> = {}): Promise<string> => {
    const answer = await submit(who, card(personId, { fileId: await fileOf(who), ...given }));
    expect([answer.status, answer.body]).toEqual([201, expect.any(String)]);
    return answer.json<{ id: string }>().id;
  };
  const queue = async (who: string) =>
    (await (await as(who)).get('/evidence?limit=100')).json<EvidencePage>().items.map((item) => item.id);
  const accept = async (who: string, id: string, given: Record<string, unknown> = {}) =>
    (await as(who)).post(`/evidence/${id}/accept`, {
      issuedOn: addDays(today, -100),
      expiresOn: addDays(today, 500),
      ...given,
    });
  const giveBack = async (who: string, id: string, reason = 'The photo does not show the date.') =>
    (await as(who)).post(`/evidence/${id}/return`, { reason });
  const status = async (who: string, personId = who, of = course) =>
    (await (await as(who)).get(`/evidence/people/${personId}/activities/${of.activityId}`)).json<EvidenceStatus>();
  const code = (answer: { json<T>(): T }) => answer.json<Problem>().code;
  const paths = (answer: { json<T>(): T }) => answer.json<Problem>().fields?.map((field) => field.path);

  it('is taken as it is on the card, and shown to the learner as waiting', async () => {
    const person = await learner();
    const id = await sent(person);
    expect(await status(person)).toMatchObject({
      done: false,
      validityMonths: 60,
      items: [
        { id, state: 'waiting', number: 'SWQR 118', file: { name: 'card.jpg', mediaType: 'image/jpeg' }, check: null },
      ],
    });
    const again = await submit(person, card(person, { id, issuer: 'Sent twice' }));
    expect(again.json()).toEqual({ id });
    expect((await status(person)).items).toHaveLength(1);
  });

  it('is refused with a sentence beside the field', async () => {
    const person = await learner();
    const fileId = await fileOf(person);
    const refused = async (given: Record<string, unknown>) =>
      paths(await submit(person, card(person, { fileId, ...given })));
    expect(await refused({ issuedOn: addDays(today, 1) })).toEqual(['issuedOn']);
    expect(await refused({ expiresOn: addDays(today, -100) })).toEqual(['expiresOn']);
    expect(await refused({ expiresOn: addDays(today, -1) })).toEqual(['expiresOn']);
    expect(await refused({ number: '', fileId: null })).toEqual(['number', 'fileId']);
    const old = await submit(person, card(person, { fileId, issuedOn: addMonths(today, -61), expiresOn: null }));
    expect(old.status).toBe(422);
    expect(old.json<Problem>().fields?.[0]?.message).toMatch(
      /^It is too old for this course, where it counted to \w{3} \d/,
    );
    expect((await status(person)).items).toEqual([]);
  });

  it('asks for what the course asks for', async () => {
    const strict = await evidenceCourse(t, { issuers: ['CITB', 'Lantra'], expiry: 'needed' });
    const loose = await evidenceCourse(t, { numberNeeded: false, expiry: 'none', fileNeeded: false }, null);
    const person = await learner(strict);
    await loose.assign(person);
    const bad = await submit(person, card(person, { activityId: strict.activityId, expiresOn: null }));
    expect(paths(bad)).toEqual(['issuer', 'expiresOn', 'fileId']);
    const asked = { activityId: loose.activityId, number: '', expiresOn: null };
    expect((await submit(person, card(person, asked))).status).toBe(201);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page that claims to be a PDF', Buffer.from('<html>%PDF-1.7 </html>')],
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff')],
    ['nothing', Buffer.alloc(0)],
    ['a moment of a picture', Buffer.from([0xff, 0xd8])],
  ])('takes no %s', async (_what, body) => {
    const person = await learner();
    const answer = await sendFile(person, body, 'card.jpg');
    expect([answer.status, paths(answer)]).toEqual([422, ['file']]);
    expect(await t.db.sql('select 1 from evidence_file where added_by = $1', [person])).toEqual([]);
  });

  it('takes no more than 20 MB, and only as bytes', async () => {
    const person = await learner();
    const large = await sendFile(person, Buffer.concat([JPEG, Buffer.alloc(20 * 1024 * 1024)]));
    expect([large.status, code(large)]).toEqual([413, 'too-large']);
    expect((await (await as(person)).put(`/evidence/files/${uuid()}?name=a.jpg`, { a: 1 })).status).toBe(415);
    expect((await sendFile(person, PDF, 'certificate.pdf')).json()).toMatchObject({ mediaType: 'application/pdf' });
  });

  it('keeps nothing in which the malware scan finds something, or which it cannot look at', async () => {
    const person = await learner();
    const scanner = t.app.get(MalwareScanner);
    const [isOn, scan] = [scanner.isOn, scanner.scan.bind(scanner)];
    const body = Buffer.concat([JPEG, Buffer.from(uuid())]);
    const sha256 = createHash('sha256').update(body).digest('hex');
    try {
      Object.assign(scanner, { isOn: true, scan: () => Promise.resolve('Test.Signature') });
      expect(paths(await sendFile(person, body))).toEqual(['file']);
      Object.assign(scanner, { scan: () => Promise.reject(new ScannerUnavailable('Nobody listens')) });
      const waits = await sendFile(person, body);
      expect([waits.status, code(waits)]).toEqual([503, 'not-scanned']);
      expect(await t.app.get(Storage).size(sha256)).toBeUndefined();
      Object.assign(scanner, { scan: () => Promise.resolve(null) });
      expect((await sendFile(person, body)).status).toBe(200);
      // The same bytes that somebody else uses stay.
      Object.assign(scanner, { scan: () => Promise.resolve('Test.Signature') });
      expect((await sendFile(person, body)).status).toBe(422);
      expect(await t.app.get(Storage).size(sha256)).toBe(body.length);
    } finally {
      Object.assign(scanner, { isOn, scan });
    }
  });

  it('uses nobody else’s file', async () => {
    const [person, other] = [await learner(), await learner()];
    const answer = await submit(person, card(person, { fileId: await fileOf(other) }));
    expect([answer.status, paths(answer)]).toEqual([422, ['fileId']]);
    const id = uuid();
    await sendFile(other, JPEG, 'a.jpg', id);
    expect((await sendFile(person, JPEG, 'a.jpg', id)).status).toBe(409);
  });

  it('is sent by the learner, their coordinator and the People Team, and by nobody else', async () => {
    const person = await learner();
    const elsewhere = await t.make.organisation();
    const below = await t.make.organisation({ parentId: organisation });
    const tier2 = await t.make.person();
    await t.make.engagement({ personId: tier2, organisationId: below });
    const otherCoordinator = await somebody('coordinator', elsewhere);
    const manager = await somebody();
    await t.make.engagement({ personId: person, organisationId: organisation, lineManagerId: manager });
    await course.askedByEmployers(person);
    for (const who of [tom, helen])
      expect((await submit(who, card(person, { fileId: await fileOf(who) }))).status).toBe(201);
    expect((await submit(tom, card(tier2, { fileId: await fileOf(tom) }))).status).toBe(201);
    for (const who of [
      otherCoordinator,
      manager,
      await somebody('trainer'),
      await somebody('auditor'),
      await learner(),
    ]) {
      expect((await submit(who, card(person, { fileId: await fileOf(who) }))).status).toBe(404);
      expect((await (await as(who)).get(`/evidence/people/${person}`)).status).toBe(404);
    }
    // One waits at a time; whoever sent the one before no longer has it checked.
    expect((await status(person)).items.map((item) => item.state)).toEqual(['waiting', 'replaced']);
    const found = (await (await as(tom)).get('/evidence/people?q=')).json<FoundPeople>().items.map((p) => p.id);
    expect(found).toContain(tier2);
    expect((await (await as(otherCoordinator)).get('/evidence/people?q=')).json<FoundPeople>().items).toEqual([]);
    expect((await (await as(manager)).get('/evidence/people?q=')).json<FoundPeople>().items).toEqual([]);
    const choices = (await (await as(tom)).get(`/evidence/people/${person}`)).json<EvidenceChoices>().items;
    expect(choices.find((c) => c.activityId === course.activityId)).toMatchObject({ required: true, state: 'waiting' });
    // A coordinator sees what they sent themselves, not what the learner or somebody else did.
    expect((await status(tom, person)).items.map((item) => item.submittedByName)).toHaveLength(1);
  });

  it('waits for those who may check it: in scope, not the learner, not whoever sent it', async () => {
    const person = await learner();
    const id = await sent(person, helen);
    const trainerElsewhere = await somebody('trainer');
    const trainerHere = await somebody('trainer');
    await t.make.grant({ personId: trainerHere, role: 'coordinator', organisationId: organisation });
    expect(await queue(daniel)).toContain(id);
    expect(await queue(trainerHere)).toContain(id);
    expect(await queue(helen)).not.toContain(id);
    expect(await queue(trainerElsewhere)).not.toContain(id);
    expect((await (await as(tom)).get('/evidence')).status).toBe(403);
    expect([code(await accept(helen, id)), (await accept(helen, id)).status]).toEqual(['not-your-own', 403]);
    expect((await accept(trainerElsewhere, id)).status).toBe(404);
    expect((await giveBack(trainerElsewhere, id)).status).toBe(404);
    expect((await accept(tom, id)).status).toBe(403);
    const sheet = async (who: string) => (await as(who)).get(`/evidence/${id}`);
    expect((await sheet(daniel)).json<EvidenceSheet>()).toMatchObject({ canCheck: true, personId: person });
    expect((await sheet(helen)).json<EvidenceSheet>().canCheck).toBe(false);
    expect((await sheet(person)).json<EvidenceSheet>().canCheck).toBe(false);
    for (const who of [tom, trainerElsewhere, await learner()]) expect((await sheet(who)).status).toBe(404);

    const own = await sent(await asLearner(daniel), daniel);
    expect(await queue(daniel)).not.toContain(own);
    expect(code(await accept(daniel, own))).toBe('not-your-own');
    await t.db.sql('insert into person_alias (person_id, same_as, since) values ($1, $2, now())', [
      trainerHere,
      person,
    ]);
    expect(await queue(trainerHere)).not.toContain(id);
    expect(code(await accept(trainerHere, id))).toBe('not-your-own');
  });
  const asLearner = async (person: string): Promise<string> => {
    await course.assign(person);
    return person;
  };

  it('counts from the day of issue to the end of the card once it is accepted, and once only', async () => {
    const person = await learner();
    const id = await sent(person);
    const answer = (await accept(daniel, id)).json<EvidenceChecked>();
    expect(answer).toEqual({ state: 'accepted', courseDone: true, validUntil: addDays(today, 500) });
    expect((await accept(daniel, id)).status).toBe(200);
    expect(code(await accept(helen, id))).toBe('already-checked');
    expect(code(await giveBack(daniel, id))).toBe('already-checked');
    const record = (await (await as(person)).get('/my/record')).json<PersonRecord>();
    expect(record.completions).toEqual([
      expect.objectContaining({
        source: 'evidence',
        completedOn: addDays(today, -100),
        validUntil: addDays(today, 500),
      }),
    ]);
    expect(record.courses[0]).toMatchObject({ standing: 'valid', validUntil: addDays(today, 500) });
    expect(await status(person)).toMatchObject({ done: true, courseDone: true });
    expect(code(await submit(person, card(person, { fileId: await fileOf(person) })))).toBe('already-accepted');
    // The card stands beside the fact, not in it, and its number is its holder's.
    const seen = (await (await as(helen)).get(`/people/${person}/record`)).json<PersonRecord>();
    expect(seen.evidence).toMatchObject([{ number: null }]);
    expect(JSON.stringify(seen.completions)).not.toContain('SWQR');
    expect(
      JSON.stringify(await t.db.sql('select value from ledger_private where person_id = $1', [person])),
    ).not.toContain('SWQR');
  });

  it('can be corrected by the verifier, who says why', async () => {
    const person = await learner();
    const id = await sent(person);
    const corrected = { expiresOn: addDays(today, 300) };
    expect(paths(await accept(daniel, id, corrected))).toEqual(['note']);
    expect(paths(await accept(daniel, id, { expiresOn: addDays(today, -1), note: 'As on the card' }))).toEqual([
      'expiresOn',
    ]);
    const never = await accept(daniel, id, { issuedOn: '9999-12-31', expiresOn: null, note: 'As on the card' });
    expect([never.status, paths(never)]).toEqual([400, ['issuedOn']]);
    const done = (await accept(daniel, id, { ...corrected, note: 'The card says so' })).json<EvidenceChecked>();
    expect(done.validUntil).toBe(addDays(today, 300));
    expect((await status(person)).items[0]).toMatchObject({
      expiresOn: addDays(today, 500),
      check: { expiresOn: addDays(today, 300), note: 'The card says so' },
    });
  });

  it('is returned with a reason, which is mailed once, and sent again', async () => {
    const email = `${uuid()}@example.org`;
    const person = await learner(course, email);
    const id = await sent(person);
    expect((await (await as(daniel)).post(`/evidence/${id}/return`, { reason: ' ' })).status).toBe(400);
    expect((await giveBack(daniel, id)).json<EvidenceChecked>().state).toBe('returned');
    expect((await giveBack(daniel, id)).status).toBe(200);
    const mails = await t.db.sql<{ text_body: string }>('select text_body from mail where recipient = $1', [email]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text_body).toContain('The photo does not show the date.');
    expect(mails[0]?.text_body).toContain(`/courses/${course.courseId}/activities/${course.activityId}`);
    const told = async () => (await (await as(person)).get('/my/checks')).json<MyChecks>().returned;
    expect(await told()).toEqual([
      expect.objectContaining({ activityId: course.activityId, courseTitle: course.title }),
    ]);
    expect((await status(person)).items[0]).toMatchObject({
      state: 'returned',
      check: { note: 'The photo does not show the date.' },
    });
    const second = await sent(person);
    expect(await told()).toEqual([]);
    expect(code(await accept(helen, id))).toBe('already-checked');
    expect((await accept(daniel, second)).json<EvidenceChecked>().courseDone).toBe(true);
    expect((await status(person)).items.map((item) => item.state)).toEqual(['accepted', 'returned']);
  });

  it('tells whoever sent it for somebody that it came back', async () => {
    const person = await learner();
    const before = (await (await as(tom)).get('/my/checks')).json<MyChecks>();
    expect(before).toMatchObject({ sends: true, verifies: false });
    const id = await sent(person, tom);
    await giveBack(daniel, id, 'This is another person’s card.');
    expect((await (await as(tom)).get('/my/checks')).json<MyChecks>().sentBack).toBe(before.sentBack + 1);
    const list = (await (await as(tom)).get('/evidence?list=sent')).json<EvidencePage>().items;
    expect(list.find((item) => item.id === id)).toMatchObject({
      state: 'returned',
      reason: 'This is another person’s card.',
    });
    // The learner can send it, too.
    await sent(person);
    expect((await (await as(tom)).get('/my/checks')).json<MyChecks>().sentBack).toBe(before.sentBack);
  });

  it('serves the file from a content host only, to whoever may see it, never as a page', async () => {
    const person = await learner();
    const pdf = (await sendFile(person, PDF, 'My “card” ü.pdf')).json<{ id: string }>().id;
    const id = await sent(person, person, { fileId: pdf });
    const { file } = (await (await as(daniel)).get(`/evidence/${id}`)).json<EvidenceSheet>().item;
    const url = new URL(file?.address ?? '');
    expect(url.host).toMatch(/^c-[0-9a-f]{32}\./);
    const answer = await t.anonymous.get(url.pathname + url.search, { host: url.host });
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
      200,
      'application/pdf',
      PDF.toString(),
    ]);
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename\*=UTF-8''My%20%E2%80%9Ccard%E2%80%9D%20%C3%BC\.pdf$/,
    );
    expect(answer.headers['access-control-allow-origin']).toBe(t.origin);
    expect((await t.anonymous.get(url.pathname, { host: url.host })).status).toBe(400);
  });

  it('pages through a long queue without losing or doubling anything', async () => {
    const fresh = await evidenceCourse(t);
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const person = await learner(fresh);
      ids.push(await sent(person, person, { activityId: fresh.activityId }));
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    const verifier = await as(daniel);
    while (cursor !== null) {
      const page: EvidencePage = (
        await verifier.get(`/evidence?limit=2&q=${fresh.title.slice(-6)}${cursor ? `&cursor=${cursor}` : ''}`)
      ).json<EvidencePage>();
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids);
  });

  it('cannot be altered by the product itself', async () => {
    const dataSource = await t.db.dataSource([]);
    for (const statement of ['delete from evidence_check', `update evidence_check set expires_on = '2099-01-01'`]) {
      await expect(dataSource.query(statement)).rejects.toThrow('permission denied');
    }
  });

  it('begins anew when the course comes up for renewal', async () => {
    const settings: Partial<EvidenceSettings> = { expiry: 'needed' };
    const renewed = await evidenceCourse(t, settings);
    const person = await learner(renewed);
    const dates = { activityId: renewed.activityId, expiresOn: addDays(today, 20) };
    const first = await sent(person, person, dates);
    await accept(daniel, first, { expiresOn: addDays(today, 20) });
    const record = async () => (await (await as(person)).get('/my/record')).json<PersonRecord>();
    expect((await record()).courses[0]).toMatchObject({ standing: 'expiring', validUntil: addDays(today, 20) });
    await (await as(person)).post(`/my/activities/${renewed.activityId}/open`);
    expect(await status(person, person, renewed)).toMatchObject({ done: false, items: [] });
    const second = await sent(person, person, { ...dates, issuedOn: today, expiresOn: addDays(today, 800) });
    await accept(daniel, second, { issuedOn: today, expiresOn: addDays(today, 800) });
    expect((await record()).courses[0]).toMatchObject({ standing: 'valid', validUntil: addDays(today, 800) });
    expect((await record()).completions).toHaveLength(2);
  });
});
