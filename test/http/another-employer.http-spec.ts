import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Created, ListName } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from './test-app.js';

const AT = '2026-02-02T09:00:00Z';
/** Stands in everything that only the other employer may say; the day is when it wants the course to be done. */
const SECRET = /ZZ[A-Z]{3,}|zz[a-z]{3,}|2027-01-19/g;
/** What there is in the Alliance is known to whoever sees people; who of theirs is there is not. */
const EVERYBODYS = /^\/(organisations|schemes)(\/[^/]+)?(\?|$)/;

interface Operation {
  path: string;
  query: readonly string[];
}

/**
 * Lena works for Brackenfell and for another employer, and worked for a third. Whoever sees her through Brackenfell asks for
 * everything that the API tells, and is told nothing of the others.
 */
describe('what is told of another employer of somebody', () => {
  let t: TestApp;
  let lena: string;
  let course: string;
  let owed: string;
  let theirs: string;
  const readers: Record<string, Client> = {};
  const ids: string[] = [];
  const narrow: Record<string, string[]> = {};

  beforeAll(async () => {
    t = await testApp();
    const brackenfell = await t.make.organisation({ name: 'Brackenfell' });
    const other = await t.make.organisation({ name: 'ZZOTHER Barriers' });
    const past = await t.make.organisation({ name: 'ZZPAST Drainage' });
    const scheme = await t.make.scheme({ code: 'ZZCODE', name: 'ZZSCHEME' });
    lena = await t.make.person({ givenName: 'Lena', familyName: 'Both' });
    const boss = await somebody('Boss');
    const manager = await somebody('ZZMANAGER');
    const coordinator = await somebody('ZZCOORDINATOR');
    await t.make.engagement({ personId: boss, organisationId: brackenfell });
    await t.make.engagement({ personId: manager, organisationId: other });
    const here = await t.make.engagement({
      ...{ personId: lena, organisationId: brackenfell, startsOn: '2026-01-05', lineManagerId: boss },
    });
    const there = await t.make.engagement({
      ...{ personId: lena, organisationId: other, startsOn: '2026-01-12', lineManagerId: manager, schemeIds: [scheme] },
    });
    const before = await t.make.engagement({
      ...{ personId: lena, organisationId: past, startsOn: '2024-01-08', endsOn: '2025-12-31' },
    });
    for (const [id, word] of [[there, 'ZZTHERE'] as const, [before, 'ZZBEFORE'] as const])
      await t.db.sql(
        `update engagement set employee_number = $2::text || '7', job_role = $2::text || ' role', tags = array[lower($2) || 'tag'],
           work_email = lower($2) || '@zzmail.test' where id = $1`,
        [id, word],
      );
    await t.db.sql(
      `insert into sign_in_name (id, person_id, name, kind, engagement_id, created_at) values ($1, $2, 'lena@zzmail.test', 'email', $3, $4)`,
      [uuid(), lena, there, AT],
    );
    await t.make.grant({ personId: lena, role: 'coordinator', organisationId: other });
    course = await t.make.course({ code: 'TTM', title: 'Traffic' });
    const version = await t.make.courseVersion({ courseId: course, state: 'published' });
    const [exemption, leave, wish] = [uuid(), uuid(), uuid()];
    owed = await t.make.course({ code: 'PPI', title: 'Plant' });
    theirs = await t.make.course({ code: 'ELE', title: 'Electric' });
    for (const courseId of [owed, theirs]) {
      const card = await t.make.courseVersion({ courseId });
      await t.db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings) values ($1, $2, $1, 1, 'evidence', 'Card', '{}')`,
        [uuid(), card],
      );
      const assessors = { lineManagers: true, trainers: true, personIds: [] };
      await t.db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings) values ($1, $2, $1, 2, 'practical', 'Trench', $3)`,
        [uuid(), card, JSON.stringify({ kind: 'practical', assessors })],
      );
      await t.make.publish(card);
    }
    for (const courseId of [course, owed, theirs]) {
      const assignment = uuid();
      await t.db.sql(
        `insert into assignment (id, person_id, course_id, created_at, due_on, state) values ($1, $2, $3, $4, '2027-01-19', 'open')`,
        [assignment, lena, courseId, AT],
      );
      for (const [engagement, why, due, by] of [
        [here, 'Ours', '2027-03-22', boss] as const,
        [there, 'ZZWHY', '2027-01-19', coordinator] as const,
      ]) {
        if (courseId === theirs && engagement === here) continue;
        const request = uuid();
        await t.db.sql(
          `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, $3, '{}', 'given', $4, $5)`,
          [request, courseId, why, by, AT],
        );
        await t.db.sql(
          `insert into assignment_reason (id, assignment_id, kind, engagement_id, request_id, due_on, since) values ($1, $2, 'person', $3, $1, $4, $5)`,
          [request, assignment, engagement, due, AT],
        );
        ids.push(request);
      }
      ids.push(assignment);
    }
    await t.db.sql(
      `insert into exemption (id, person_id, course_id, from_on, to_on, reason, asked_by, asked_at, state, decided_by, decided_at, decision)
       values ($1, $2, $3, '2026-02-02', '2026-02-20', 'ZZEXEMPT', $4, $5, 'approved', $6, $5, 'ZZDECISION')`,
      [exemption, lena, course, coordinator, AT, await somebody('Decider')],
    );
    await t.db.sql(
      `insert into leave_of_absence (id, engagement_id, from_on, to_on, note, entered_by, entered_at) values ($1, $2, '2026-02-02', '2026-02-20', 'ZZLEAVE', $3, $4)`,
      [leave, there, coordinator, AT],
    );
    await t.db.sql(
      `insert into learner_request (id, person_id, kind, course_id, why, asked_at) values ($1, $2, 'enrolment', $3, 'ZZWISH', $4)`,
      [wish, lena, await t.make.course({ title: 'Another' }), AT],
    );
    await t.db.sql(
      `with c as (select set_config('lms.known_at', '2024-05-02T09:00:00Z', true))
       select append_completion($1, $2, $3, '2024-05-02', '2025-05-01', 'manual', $4, $5, '2024-05-02T09:00:00Z') from c`,
      [lena, course, version, uuid(), JSON.stringify({ note: 'ZZNOTE', recordedBy: coordinator })],
    );
    const auditor = await somebody('Auditor');
    await t.make.grant({ personId: auditor, role: 'auditor' });
    const colleague = await somebody('Coordinator');
    await t.make.grant({ personId: colleague, role: 'coordinator', organisationId: brackenfell });
    readers['coordinator'] = await t.as(colleague);
    readers['line manager'] = await t.as(boss);
    readers['auditor'] = await t.as(auditor);
    const adviser = await somebody('Adviser');
    await t.make.grant({ personId: adviser, role: 'people-team' });
    readers['team'] = await t.as(adviser);
    ids.push(lena, here, there, before, brackenfell, other, past, scheme, manager, exemption, leave, wish);
    narrow['organisationId'] = [other, past];
    narrow['schemeId'] = [scheme];
    narrow['jobRole'] = ['ZZTHERE role'];
    narrow['q'] = ['ZZTHERE7', 'lena@zzmail.test', 'Lena'];
  });
  afterAll(() => t.stop());

  const somebody = (familyName: string) => t.make.person({ givenName: 'Sam', familyName });

  async function operations(): Promise<Operation[]> {
    const { paths } = (await t.anonymous.get('/openapi.json')).json<{
      paths: Record<string, { get?: { parameters?: { name: string; in: string }[] } }>;
    }>();
    return Object.entries(paths).flatMap(([path, { get }]) => {
      if (!get) return [];
      const query = (get.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
      return [{ path: path.replace('/api/v1', ''), query }];
    });
  }

  /** Its addresses, with everything that is known in every place, and narrowed by everything that it can be narrowed by. */
  function addresses({ path, query }: Operation): string[] {
    const whole = path.replace('{seq}', '1').replace('{personId}', lena);
    const of = whole.includes('{courseId}')
      ? [course, owed, theirs].map((id) => whole.replace('{courseId}', id))
      : [whole];
    const filled = of.flatMap((one) => (one.includes('{id}') ? ids.map((id) => one.replace('{id}', id)) : [one]));
    const known = filled.filter((address) => !address.includes('{') && !EVERYBODYS.test(address));
    const narrowed = query.flatMap((name) =>
      (narrow[name] ?? []).map((value) => `${name}=${encodeURIComponent(value)}`),
    );
    return known.flatMap((address) => [address, ...narrowed.map((filter) => `${address}?${filter}`)]);
  }

  async function told(reader: string): Promise<string[]> {
    const found: string[] = [];
    for (const operation of await operations())
      for (const address of addresses(operation)) {
        const answer = await readers[reader]?.get(address);
        expect([address, answer?.status]).not.toEqual([address, 500]);
        // A PDF says it packed; what stands in one is read by the same queries.
        const readable = answer && answer.status < 300 && answer.headers['content-type'] !== 'application/pdf';
        const words = readable ? (answer.body.match(SECRET) ?? []) : [];
        if (words.length > 0) found.push(`${address}: ${[...new Set(words)].join(' ')}`);
      }
    return found;
  }

  it('is everything to whoever sees everything, so that the test asks in the right places', async () => {
    const words = (await told('auditor')).join(' ');
    for (const word of [
      'ZZOTHER',
      'ZZPAST',
      'ZZSCHEME',
      'ZZTHERE',
      'ZZMANAGER',
      'ZZWHY',
      'ZZEXEMPT',
      'ZZLEAVE',
      'ZZNOTE',
    ])
      expect(words).toContain(word);
  }, 120_000);

  it.each(['coordinator', 'line manager'])(
    'is nothing to the %s of the one',
    async (reader) => {
      expect(await readers[reader]?.get(`/people/${lena}`)).toMatchObject({ status: 200 });
      expect(await told(reader)).toEqual([]);
    },
    120_000,
  );

  it('is not told by what asking for it would come to', async () => {
    const chosen = { personIds: [lena], lines: [], organisationIds: [], schemeIds: [], groups: [] };
    for (const reader of ['coordinator', 'line manager']) {
      const preview = async (courseId: string) =>
        (await readers[reader]?.post('/assignment-requests/preview', { courseId, chosen }))?.json();
      expect(await preview(theirs)).toMatchObject({ gaining: 1, asked: 0, people: [{ has: null }] });
      expect(await preview(owed)).toMatchObject({ gaining: 0, asked: 1, people: [{ has: 'asked' }] });
    }
  });

  it('is not told by what a card could be sent for', async () => {
    const choices = async (reader: string) => {
      const { items } = (await readers[reader]?.get(`/evidence/people/${lena}`))?.json<{
        items: { courseTitle: string; required: boolean }[];
      }>() ?? { items: [] };
      return items.map(({ courseTitle, required }) => `${courseTitle} ${required}`).sort();
    };
    expect(await choices('team')).toEqual(['Electric true', 'Plant true']);
    expect(await choices('coordinator')).toEqual(['Electric false', 'Plant true']);
  });

  it('is not told by what could be signed for', async () => {
    const items = async (reader: string) =>
      (await readers[reader]?.get(`/assessments/people/${lena}`))?.json<{
        items: { courseTitle: string; required: boolean }[];
      }>().items ?? [];
    const required = async (reader: string) =>
      (await items(reader)).map((one) => `${one.courseTitle} ${one.required}`).sort();
    expect(await required('team')).toEqual(['Electric true', 'Plant true']);
    expect(await required('line manager')).toEqual(['Electric false', 'Plant true']);
  });

  it('is not told by any list as a file', async () => {
    await t.work();
    let files = 0;
    for (const reader of ['coordinator', 'line manager'])
      for (const list of ListName.options) {
        const asked = await readers[reader]?.post('/list-files', { list, format: 'csv', filters: {} });
        if (asked?.status !== 201) continue;
        const { id } = asked.json<Created>();
        const state = async () => (await readers[reader]?.get(`/list-files/${id}`))?.json<{ state: string }>().state;
        while (['waiting', 'making'].includes((await state()) ?? '')) await new Promise((done) => setTimeout(done, 20));
        const file = await readers[reader]?.get(`/list-files/${id}/file`);
        if (file?.status !== 200 || EVERYBODYS.test(`/${list}`)) continue;
        files += 1;
        expect([reader, list, file.body.match(SECRET)]).toEqual([reader, list, null]);
      }
    expect(files).toBeGreaterThan(10);
  }, 120_000);

  it('is not told by what can be found either', async () => {
    for (const reader of ['coordinator', 'line manager']) {
      for (const place of ['organisations', 'schemes']) {
        const { items } = (await readers[reader]?.get(`/${place}?limit=100`))?.json<{
          items: { name: string; people: number }[];
        }>() ?? { items: [] };
        const there = items.filter(({ name }) => name.startsWith('ZZ'));
        expect([reader, place, there.map(({ people }) => people)]).toEqual([reader, place, there.map(() => 0)]);
      }
      for (const [name, values] of Object.entries(narrow))
        for (const value of values.filter((one) => one !== 'Lena')) {
          const list = await readers[reader]?.get(`/people?${name}=${encodeURIComponent(value)}`);
          expect([reader, name, list?.body.includes('Both')]).toEqual([reader, name, false]);
        }
    }
  });
});
