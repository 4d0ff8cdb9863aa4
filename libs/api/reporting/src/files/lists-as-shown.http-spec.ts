import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AskListFile,
  type Created,
  type ListFileItem,
  ListName,
  type ScheduledList,
  type SignInCards,
} from '@lms/contracts';
import { addDays, dateWords, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { MakeListFile } from './make-list-file.js';
import { fillLists } from './testing/fill-lists.test.js';

const today = londonDate(new Date());
const AT = '2026-01-05T09:00:00Z';
const never = new AbortController().signal;

/** For everybody: what is on them is the reader's own. */
const EVERYBODYS = [
  'evidence-sent',
  'tasks',
  'to-assess',
  'schemes',
  'schedules',
  'sessions',
  'session-bookings',
  'my-sessions',
] as const satisfies ScheduledList[];
const PRIVATE = ['erasures', 'erasures-decided', 'erasures-due', 'data-requests', 'legal-holds', 'duplicates'] as const;

type Item = Record<string, unknown>;
interface Shown {
  list: ScheduledList;
  /** Who reads it, narrowly where a scope narrows it. */
  who: string;
  /** Where its page reads it, and with what; `filters` are the same in the file's words. */
  page: string;
  filters?: Record<string, string>;
  /** Headings of the file, and what the page says there. */
  says: Record<string, (item: Item) => unknown>;
  /** What the first of them says, so that a list is neither empty nor more than the reader's own. */
  expected: string[];
  /** The line in the file's head for each filter. */
  narrowed?: string[];
}

/**
 * Dunmarsh with Larkstone below it, and Tollbar beside them, with the same things at each. Rosa coordinates Dunmarsh; Greg is
 * a trainer whom Marek of Dunmarsh reports to; the adviser sees all.
 */
describe('a list as a file is the list as its reader sees it', () => {
  let t: TestApp;
  const clients: Record<string, Client> = {};
  const people: Record<string, string> = {};
  const organisations: Record<string, string> = {};
  let plant: string;
  let traffic: string;
  let path: string;
  let question: string;
  let session: string;

  const somebody = async (name: string, organisation?: string, managerId?: string): Promise<string> => {
    const id = (people[name] = await t.make.person({ givenName: name, familyName: 'Worker' }));
    const organisationId = organisation && organisations[organisation];
    if (organisationId)
      await t.make.engagement({
        ...{ personId: id, organisationId, startsOn: '2025-01-06' },
        ...(managerId ? { lineManagerId: managerId } : {}),
      });
    return id;
  };
  const reader = async (name: string, role: string | null, organisation?: string): Promise<void> => {
    const personId = people[name] ?? (await somebody(name));
    if (role) await t.make.grant({ personId, role, organisationId: organisation && organisations[organisation] });
    clients[name] = await t.as(personId);
  };

  beforeAll(async () => {
    t = await testApp();
    organisations['Dunmarsh'] = await t.make.organisation({ name: 'Dunmarsh' });
    organisations['Larkstone'] = await t.make.organisation({ name: 'Larkstone', parentId: organisations['Dunmarsh'] });
    organisations['Abbey'] = await t.make.organisation({ name: 'Abbey', kind: 'partner' });
    organisations['Kestrel'] = await t.make.organisation({ name: 'Kestrel' });
    organisations['Tollbar'] = await t.make.organisation({ name: 'Tollbar' });
    plant = await courseOf('Plant', 12);
    traffic = await courseOf('Traffic');
    await t.make.courseVersion({ courseId: await t.make.course({ code: 'LATER', title: 'Later' }) });
    const greg = await somebody('Greg');
    await somebody('Marek', 'Dunmarsh', greg);
    await somebody('Ion', 'Larkstone');
    await somebody('Tom', 'Tollbar');
    for (const name of ['Marek', 'Ion', 'Tom']) await evidenceOf(people[name] ?? '');
    await reader('Helen', 'people-team');
    await reader('Daniel', 'people-team');
    await reader('Rosa', 'coordinator', 'Dunmarsh');
    await reader('Greg', 'trainer');
    await reader('Sam', 'administrator');
    await reader('Ann', 'author');
    await reader('Learner', null);
    await evidenceOf(people['Ion'] ?? '', people['Rosa']);
    await askedBy('Rosa', plant, 'given', ['Ion']);
    await askedBy('Helen', traffic, 'waiting', ['Tom']);
    await exemptionOf('Marek');
    await t.db.sql(
      `select append_completion($1, v.course_id, v.id, $2, null, 'manual', $3, '{}', $4) from course_version v where v.course_id = $5`,
      [people['Tom'], today, uuid(), AT, traffic],
    );
    for (const name of ['Plant for all', '=Nothing'])
      expect((await clients['Helen']?.post('/rules', { name }))?.status).toBe(201);
    const source = { kind: 'card', issuer: 'CITB', title: 'CSCS card' };
    const counts = { source, courseId: plant, kind: 'full', reason: 'The same.' };
    expect((await clients['Helen']?.post('/equivalences', counts))?.status).toBe(201);
    await imported('Rosa', 'crew.csv');
    await imported('Helen', 'everybody.csv');
    await t.db.sql(
      `insert into mail (id, person_id, recipient, subject, text_body, html_body, state, created_at)
       values ($1, $2, 'marek@example.org', '=Your invitation', 'https://secret-link', '', 'kept', $3)`,
      [uuid(), people['Marek'], AT],
    );
    await reader('Marek', null);
    ({ path, question, session } = await fillLists({ t, today, people, clients, organisations, plant }));
  });
  afterAll(() => t.stop());

  async function courseOf(title: string, validityMonths?: number): Promise<string> {
    const id = await t.make.course({ title, code: title.toUpperCase() });
    const version = await t.make.courseVersion({ courseId: id, ...(validityMonths ? { validityMonths } : {}) });
    await t.db.sql(
      `insert into activity (id, lineage_id, course_version_id, position, kind, title, settings) values ($1, $1, $2, 1, 'evidence', $3, '{}')`,
      [uuid(), version, title],
    );
    await t.make.publish(version);
    return id;
  }
  async function evidenceOf(personId: string, by = personId): Promise<void> {
    const [attempt, course] = [uuid(), by === personId ? plant : traffic];
    await t.db.sql(
      `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
       select $1, $2, a.id, v.id, v.course_id, 1, $4, $4
       from activity a join course_version v on v.id = a.course_version_id where v.course_id = $3`,
      [attempt, personId, course, AT],
    );
    await t.db.sql(
      `insert into evidence_submission (id, attempt_id, person_id, submitted_by, submitted_at, issuer, issued_on, state)
       values ($1, $2, $3, $4, $5, 'CSCS', '2025-06-01', 'waiting')`,
      [uuid(), attempt, personId, by, AT],
    );
  }
  async function askedBy(name: string, courseId: string, state: string, of: string[]): Promise<void> {
    const id = uuid();
    await t.db.sql(
      `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, $3, '{}', $4, $5, $6)`,
      [id, courseId, `asked by ${name}`, state, people[name], AT],
    );
    for (const one of of)
      await t.db.sql('insert into assignment_request_person (request_id, person_id) values ($1, $2)', [
        id,
        people[one],
      ]);
  }
  const exemptionOf = (name: string) =>
    t.db.sql(
      `insert into exemption (id, person_id, course_id, from_on, to_on, reason, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, 'away', $6, $7)`,
      [uuid(), people[name], plant, today, addDays(today, 30), people['Rosa'], AT],
    );
  const imported = (name: string, file: string) =>
    t.db.sql(
      `insert into import (id, kind, file_name, size, state, total, created_by, created_at, moved_at)
       values ($1, 'people', $2, 10, 'checked', 3, $3, $4, $4)`,
      [uuid(), file, people[name], AT],
    );

  const of = (key: string) => (item: Item) => item[key];
  const within = (key: string, inner: string) => (item: Item) => (item[key] as Item | null)?.[inner];
  const person = { Person: of('name'), Organisation: of('organisationName') };
  /** Not before the ids are known. */
  const lists = (): Shown[] => [
    {
      ...{ list: 'evidence', who: 'Greg', page: '/evidence?q=plant', filters: { q: 'plant' } },
      ...{ says: { ...person, Course: of('courseTitle') }, expected: ['Marek Worker'], narrowed: ['Search: plant'] },
    },
    {
      ...{ list: 'evidence', who: 'Helen', page: '/evidence?', says: { ...person, 'Sent by': of('submittedByName') } },
      expected: ['Marek Worker', 'Ion Worker', 'Tom Worker', 'Ion Worker'],
    },
    {
      ...{ list: 'evidence-sent', who: 'Rosa', page: '/evidence?list=sent', expected: ['Ion Worker'] },
      says: { ...person, Course: of('courseTitle') },
    },
    {
      ...{ list: 'requests', who: 'Rosa', page: '/assignment-requests?', expected: ['Plant'] },
      says: { 'Course or path': of('title'), People: of('people'), Why: of('why') },
    },
    {
      ...{ list: 'requests', who: 'Helen', page: '/assignment-requests?', expected: ['Traffic', 'Plant'] },
      says: { 'Course or path': of('title'), 'Asked by': of('askedByName') },
    },
    {
      ...{ list: 'decisions', who: 'Daniel', page: '/decisions?', expected: ['Traffic', 'Plant'] },
      says: { 'Course or path': of('courseTitle'), Person: within('person', 'name'), To: of('toOn') },
    },
    {
      ...{ list: 'courses', who: 'Rosa', page: '/courses?state=draft', filters: { state: 'draft' } },
      ...{ says: { Course: of('title'), Code: of('code') }, expected: ['Later'], narrowed: ['State: Draft'] },
    },
    {
      ...{ list: 'courses', who: 'Ann', page: '/courses?', expected: ['Later', 'Plant', 'Traffic'] },
      says: { Course: of('title'), Minutes: of('minutes') },
    },
    {
      ...{ list: 'rules', who: 'Helen', page: '/rules?show=open', filters: { show: 'open' } },
      ...{ says: { Rule: of('name'), 'What it says': of('sentence'), People: of('people') } },
      ...{ expected: ['=Nothing', 'Plant for all'], narrowed: ['Only what is not in force'] },
    },
    {
      ...{ list: 'equivalences', who: 'Helen', page: `/equivalences?courseId=${plant}`, filters: { courseId: plant } },
      says: { 'What counts': (item) => `${within('source', 'title')(item)}, CITB`, 'Counts as': of('courseTitle') },
      ...{ expected: ['CSCS card, CITB'], narrowed: ['Course: Plant'] },
    },
    {
      ...{ list: 'crew', who: 'Rosa', page: `/organisations/${organisations['Dunmarsh']}/crew?` },
      filters: { organisationId: organisations['Dunmarsh'] ?? '' },
      ...{ says: { ...person, 'Not in order': of('late') }, expected: ['Ion Worker', 'Marek Worker'] },
      narrowed: ['Organisation: Dunmarsh, and the tiers below it'],
    },
    {
      ...{ list: 'team', who: 'Greg', page: '/my/team?q=mar', filters: { q: 'mar' }, expected: ['Marek Worker'] },
      says: { ...person, 'Reports to': within('lead', 'name') },
      narrowed: ['People who report to you', 'Name contains: mar'],
    },
    {
      ...{ list: 'completed', who: 'Helen', page: `/overview/completions?courseId=${traffic}&from=2026-01-01` },
      ...{ filters: { courseId: traffic, from: '2026-01-01' }, expected: ['Tom Worker'] },
      says: { ...person, Course: of('title'), Completed: of('completedOn') },
      narrowed: ['Course: Traffic', 'Not before Thu 1 Jan 2026'],
    },
    {
      ...{ list: 'given-up', who: 'Helen', page: `/overview/given-up?organisationId=${organisations['Dunmarsh']}` },
      ...{ filters: { organisationId: organisations['Dunmarsh'] ?? '' } },
      says: { ...person, 'Where they stopped': of('activity'), 'Last day': of('lastOn') },
      ...{ expected: ['Ion Worker', 'Ion Worker', 'Marek Worker', 'Marek Worker'] },
      narrowed: ['Organisation: Dunmarsh, and the tiers below it'],
    },
    {
      ...{ list: 'answered-wrongly', who: 'Helen', page: `/overview/questions/${question}/wrong?` },
      ...{ filters: { questionId: question }, narrowed: ['Question: How near?'] },
      says: { ...person, Course: of('title'), Question: of('question'), Answered: of('answeredOn') },
      ...{ expected: ['Tom Worker', 'Ion Worker'] },
    },
    {
      ...{ list: 'cards', who: 'Rosa', page: '/sign-in-cards/people?', expected: ['Ion Worker', 'Marek Worker'] },
      says: { ...person, 'Sign-in name': of('signInName') },
    },
    {
      ...{ list: 'mails', who: 'Sam', page: '/mails?', expected: ['=Your invitation'] },
      says: { Subject: of('subject'), To: of('to') },
    },
    {
      ...{ list: 'roles', who: 'Sam', page: '/grants?by=person&role=coordinator', expected: ['Rosa Worker'] },
      filters: { by: 'person', role: 'coordinator' },
      says: { Person: of('personName'), Organisation: of('organisationName'), From: of('startsOn') },
      narrowed: ['In effect or ahead', 'Role: Coordinator'],
    },
    {
      ...{ list: 'imports', who: 'Rosa', page: '/imports?', expected: ['crew.csv'] },
      says: { File: of('fileName'), Rows: of('total') },
    },
    {
      ...{ list: 'imports', who: 'Helen', page: '/imports?', expected: ['everybody.csv', 'crew.csv'] },
      says: { File: of('fileName'), By: of('createdByName') },
    },
    {
      ...{ list: 'paths', who: 'Ann', page: '/paths?q=site', filters: { q: 'site' }, narrowed: ['Search: site'] },
      ...{ says: { Path: of('title'), Code: of('code'), 'People on it': of('people') }, expected: ['Site path'] },
    },
    {
      ...{ list: 'path-progress', who: 'Rosa', page: `/paths/${path}/progress?`, filters: { pathId: path } },
      ...{ says: { ...person, Starts: of('startsOn'), Of: of('total') }, expected: ['Ion Worker'] },
      narrowed: ['Path: Site path'],
    },
    {
      ...{ list: 'path-progress', who: 'Helen', page: `/paths/${path}/progress?`, filters: { pathId: path } },
      ...{ says: person, expected: ['Ion Worker', 'Tom Worker'], narrowed: ['Path: Site path'] },
    },
    {
      ...{ list: 'resources', who: 'Ann', page: '/resources?kind=document', filters: { kind: 'document' } },
      ...{ says: { Title: of('title'), Bytes: within('current', 'size') }, expected: ['Method statement'] },
      narrowed: ['Kind: Document'],
    },
    {
      ...{ list: 'question-banks', who: 'Ann', page: '/question-banks?', expected: ['Plant questions'] },
      says: { Bank: of('title'), Questions: of('questions') },
    },
    {
      ...{ list: 'reviews', who: 'Helen', page: '/reviews?', expected: ['Dock path', 'Site path'] },
      says: { 'Course or path': of('title'), 'Submitted by': of('submittedByName'), Version: of('number') },
    },
    {
      ...{ list: 'problems', who: 'Ann', page: `/courses/${plant}/problems?state=open` },
      ...{ filters: { courseId: plant, state: 'open' }, narrowed: ['Course: Plant', 'State: Open'] },
      ...{ says: { 'What they say': of('words'), Person: of('personName') }, expected: ['It stops'] },
    },
    {
      ...{ list: 'audiences', who: 'Helen', page: '/audiences?', expected: ['Site'] },
      says: { Audience: of('name'), 'Who is in it': (item) => `Everyone ${item['words']}` },
    },
    {
      ...{ list: 'tasks', who: 'Greg', page: '/my/tasks?', expected: ['Show the site'], narrowed: ['To do'] },
      says: { Task: of('title'), Person: of('personName'), Due: of('dueOn') },
    },
    {
      ...{ list: 'to-assess', who: 'Greg', page: '/assessments/waiting?', expected: ['Marek Worker'] },
      says: { ...person, Course: of('courseTitle'), Note: of('note') },
    },
    {
      ...{ list: 'recorded', who: 'Greg', page: '/my/recorded?', expected: ['Marek Worker'] },
      says: { Person: of('name'), 'Done on': of('completedOn'), Note: of('note') },
    },
    {
      ...{ list: 'schemes', who: 'Rosa', page: '/schemes?', expected: ['Near'] },
      says: { Scheme: of('name'), Code: of('code'), People: of('people') },
    },
    {
      ...{ list: 'duplicates', who: 'Helen', page: '/duplicates?', expected: ['Beata Twice'] },
      says: { 'First entry': within('one', 'name'), 'Second entry: e-mail': within('other', 'contactEmail') },
    },
    {
      ...{ list: 'merges', who: 'Helen', page: '/merges?', expected: ['Olu One'] },
      says: { Person: of('name'), 'Merged into them': of('mergedName'), 'Undone by': of('undoneByName') },
    },
    {
      ...{ list: 'schedules', who: 'Rosa', page: '/schedules?', expected: ['Weekly people'] },
      says: { Schedule: of('name'), Owner: of('ownerName'), 'People who receive it': of('receiving') },
    },
    {
      ...{ list: 'erasures', who: 'Helen', page: '/erasures?', expected: ['Asked Worker'] },
      says: { Person: of('name'), Why: of('reason'), 'Proposed by': of('proposedByName') },
    },
    {
      ...{ list: 'erasures-decided', who: 'Helen', page: '/erasures?show=decided', expected: ['Kept Worker'] },
      says: { Person: of('name'), 'Decided by': of('decidedByName') },
    },
    {
      ...{ list: 'erasures-due', who: 'Helen', page: '/retention/due?', expected: ['Left Worker'] },
      says: { ...person, 'Left on': of('leftOn'), 'Due since': of('dueOn') },
    },
    {
      ...{ list: 'data-requests', who: 'Helen', page: '/data-requests?', expected: ['Ion Worker'] },
      says: { Person: of('name'), 'Asked by': of('askedByName'), Why: of('reason') },
    },
    {
      ...{ list: 'legal-holds', who: 'Helen', page: '/legal-holds?', expected: ['Marek Worker'] },
      says: { Person: of('name'), Why: of('reason'), Until: of('untilOn') },
    },
    {
      ...{ list: 'anchors', who: 'Sam', page: '/anchors?', expected: ['2026-01-05'] },
      says: { Day: of('day'), Records: of('people'), 'SHA-256 of the file': of('sha256') },
    },
    {
      ...{ list: 'sessions', who: 'Rosa', page: `/sessions?courseId=${plant}&q=gate` },
      ...{ filters: { courseId: plant, q: 'gate' }, narrowed: ['Course: Plant', 'Search: gate'], expected: ['Plant'] },
      says: { Course: of('courseTitle'), Place: of('place'), Booked: of('booked') },
    },
    {
      ...{
        list: 'session-bookings',
        who: 'Rosa',
        page: `/sessions/${session}/bookings?`,
        filters: { sessionId: session },
      },
      ...{
        expected: ['Ion Worker', 'Marek Worker'],
        narrowed: [`Session: Plant, ${dateWords(addDays(today, 3))}, Gate 4`],
      },
      says: { ...person, 'Job role': of('jobRole') },
    },
    {
      ...{
        list: 'session-bookings',
        who: 'Greg',
        page: `/sessions/${session}/bookings?`,
        filters: { sessionId: session },
      },
      ...{ says: person, expected: ['Ion Worker', 'Marek Worker', 'Tom Worker'] },
      narrowed: [`Session: Plant, ${dateWords(addDays(today, 3))}, Gate 4`],
    },
    {
      ...{ list: 'my-sessions', who: 'Marek', page: '/my/bookings?', expected: ['Plant'], narrowed: ['Coming'] },
      says: { Course: of('courseTitle'), Place: of('place'), 'Place on the list': of('turn') },
    },
    {
      ...{ list: 'people', who: 'Rosa', page: '/people?', expected: ['Ion Worker', 'Marek Worker', 'Rosa Worker'] },
      says: { ...person, Role: of('jobRole') },
    },
  ];

  const ask = (client: Client, body: Partial<AskListFile>) => client.post('/list-files', { format: 'csv', ...body });
  const made = async (client: Client, body: Partial<AskListFile>): Promise<ListFileItem> => {
    const asked = await ask(client, body);
    expect([asked.status, asked.body]).toEqual([201, expect.any(String)]);
    const { id } = asked.json<Created>();
    await t.app.get(MakeListFile).run(id, never);
    return (await client.get(`/list-files/${id}`)).json<ListFileItem>();
  };
  const textOf = async (client: Client, { id }: ListFileItem) =>
    (await client.get(`/list-files/${id}/file`)).body.replace(/^\ufeff/u, '').trimEnd();
  /** Each line by its headings; the apostrophe before what a spreadsheet would run is taken off. */
  const rowsOf = (text: string): Record<string, string>[] => {
    const [heads = [], ...rows] = text
      .split('\r\n')
      .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).map((cell) => cell.replace(/^"'?|"$/gu, '')));
    return rows.map((cells) => Object.fromEntries(heads.map((head, n) => [head, cells[n] ?? ''])));
  };
  const clientOf = (who: string): Client => {
    const client = clients[who];
    if (!client) throw new Error(who);
    return client;
  };

  it('row by row, in the same order, as each page and no more', async () => {
    for (const { list, who, page, filters = {}, says, expected, narrowed = [] } of lists()) {
      const client = clientOf(who);
      const file = await made(client, { list, filters });
      const columns = Object.entries(says);
      const written = rowsOf(await textOf(client, file)).map((row) => columns.map(([head]) => row[head]));
      const { items } = (await client.get(`${page}&limit=100`)).json<{ items: Item[] }>();
      const shown = items.map((item) => columns.map(([, told]) => String(told(item) ?? '')));
      expect([list, written]).toEqual([list, shown]);
      expect([list, written.map(([first]) => first)]).toEqual([list, expected]);
      expect([list, file.narrowed]).toEqual([list, narrowed]);
    }
  });

  it('for every list that there is', () => {
    const elsewhere = ['matrix', 'overdue', 'audit', 'organisations', 'audit-pack'];
    expect([...new Set(lists().map(({ list }) => list)), ...elsewhere].sort()).toEqual([...ListName.options].sort());
  });

  it('organisations with each tier below the one above it, and only the people whom the reader sees', async () => {
    const written = async (who: string, filters: Record<string, string> = {}) =>
      rowsOf(await textOf(clientOf(who), await made(clientOf(who), { list: 'organisations', filters }))).map((row) =>
        ['Organisation', 'Kind', 'Tier', 'Supplier above it', 'People'].map((head) => row[head]),
      );
    const abbey = ['Abbey', 'Partner', '', '', '0'];
    const dunmarsh = ['Dunmarsh', 'Supplier', '1', '', '1'];
    const larkstone = ['Larkstone', 'Supplier', '2', 'Dunmarsh', '1'];
    const kestrel = ['Kestrel', 'Supplier', '1', '', '0'];
    expect(await written('Rosa')).toEqual([abbey, dunmarsh, larkstone, kestrel, ['Tollbar', 'Supplier', '1', '', '0']]);
    expect((await written('Helen')).at(-1)).toEqual(['Tollbar', 'Supplier', '1', '', '1']);
    // What is above a match stays, as on the page.
    expect(await written('Rosa', { q: 'lark', kind: 'supplier' })).toEqual([dunmarsh, larkstone]);
  });

  it('and nobody else has it: neither by asking for it nor by asking for another organisation', async () => {
    const closed: Record<string, ScheduledList[]> = {
      Learner: ListName.exclude([...EVERYBODYS, 'audit-pack']).options,
      Rosa: ['evidence', 'rules', 'equivalences', 'mails', 'roles', 'audit', 'merges', ...PRIVATE],
      Greg: ['imports', 'cards', 'mails', 'roles', 'audiences', 'problems', ...PRIVATE],
      Sam: [...PRIVATE, 'paths', 'people', 'crew', 'team', 'cards', 'imports', 'evidence', 'requests', 'courses'],
    };
    for (const [who, names] of Object.entries(closed))
      for (const list of names)
        expect([who, list, (await ask(clientOf(who), { list })).status]).toEqual([who, list, 403]);
    const beside = { list: 'crew', filters: { organisationId: organisations['Tollbar'] ?? '' } } as const;
    const unknown = { list: 'crew', filters: { organisationId: uuid() } } as const;
    for (const asked of [beside, unknown])
      expect(await made(clientOf('Rosa'), asked)).toMatchObject({ state: 'failed', title: '', narrowed: [] });
    expect((await ask(clientOf('Rosa'), { list: 'crew' })).status).toBe(422);
    expect((await ask(clientOf('Helen'), { list: 'courses', filters: { colour: 'red' } })).status).toBe(422);
  });

  it('never a PIN, nor what a mail says', async () => {
    const issued = await clientOf('Rosa').post('/sign-in-cards', { people: [{ personId: people['Ion'] }] });
    const pin = issued.json<SignInCards>().cards[0]?.pin ?? '';
    const cards = await textOf(clientOf('Rosa'), await made(clientOf('Rosa'), { list: 'cards' }));
    expect(cards).toMatch(/"Ion Worker".*"Card given"/u);
    expect(cards).not.toContain(pin);
    const mails = await textOf(clientOf('Sam'), await made(clientOf('Sam'), { list: 'mails' }));
    expect(mails).toContain("'=Your invitation");
    expect(mails).not.toContain('secret-link');
  });

  it('can be sent on a schedule, whichever it is', async () => {
    for (const { list, who, filters = {} } of lists()) {
      const schedule = {
        name: list,
        list,
        filters,
        format: 'xlsx',
        cadence: { every: 'week', weekday: 1, at: '07:30' },
      };
      const answer = await clientOf(who).post('/schedules', { ...schedule, recipientIds: [people[who]] });
      expect([list, answer.status, answer.body]).toEqual([list, 201, expect.any(String)]);
    }
  });
});
