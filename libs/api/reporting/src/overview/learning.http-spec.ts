import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AnsweredWronglyPage,
  CompletedPage,
  CompletedTotals,
  EvidencePage,
  GivenUpPage,
  OverviewLearning,
  PathProgress,
} from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const today = londonDate(new Date());
const AT = '2025-01-06T09:00:00Z';
const noon = (day: string): string => `${day}T12:00:00Z`;

/** The first day of the month so many months before this one. */
function monthsBack(count: number): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** The last day of the month that begins then. */
const endOf = (month: string): string => addDays(`${addDays(month, 31).slice(0, 7)}-01`, -1);

/** Ada and Ben work for Dunmarsh, Cy for Tollbar, Ion for both. Dunmarsh asks for Plant, Tollbar for Electric. */
describe('what the overview tells of learning', () => {
  let t: TestApp;
  let team: Client;
  let auditor: Client;
  let dunmarsh: Client;
  const people: Record<string, string> = {};
  const courses: Record<string, { id: string; version: string; activity: string }> = {};
  const organisations: Record<string, string> = {};

  beforeAll(async () => {
    t = await testApp();
    for (const name of ['Dunmarsh', 'Tollbar']) organisations[name] = await t.make.organisation({ name });
    for (const title of ['Plant', 'Electric']) courses[title] = await published(title);
    const asClient = async (role: string, organisationId?: string) => {
      const personId = await t.make.person({ givenName: 'Reader', familyName: role });
      people[role] = personId;
      await t.make.grant({ personId, role, organisationId });
      return t.as(personId);
    };
    [team, auditor] = [await asClient('people-team'), await asClient('auditor')];
    dunmarsh = await asClient('coordinator', organisations['Dunmarsh']);
    for (const [name, organisation, course] of [
      ['Ada', 'Dunmarsh', 'Plant'],
      ['Ben', 'Dunmarsh', 'Plant'],
      ['Ion', 'Dunmarsh', 'Plant'],
      ['Ion', 'Tollbar', 'Electric'],
      ['Cy', 'Tollbar', 'Electric'],
    ] as const)
      await works(name, organisation, course);
  });
  afterAll(() => t.stop());

  async function published(title: string) {
    const id = await t.make.course({ title, code: title.toUpperCase() });
    const version = await t.make.courseVersion({ courseId: id, validityMonths: 12 });
    const activity = uuid();
    await t.db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', $3)`,
      [activity, version, `${title} on site`],
    );
    await t.make.publish(version);
    return { id, version, activity };
  }

  /** Somebody engaged there, and asked for a course by that employer. */
  async function works(name: string, organisation: string, course: string): Promise<string> {
    const personId = (people[name] ??= await t.make.person({ givenName: name, familyName: 'Worker' }));
    const organisationId = organisations[organisation] ?? '';
    const engagementId = await t.make.engagement({ personId, organisationId });
    const [assignment, request] = [uuid(), uuid()];
    await t.db.sql(
      `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
       values ($1, $2, 'because', '{}', 'given', $3, $4)`,
      [request, courses[course]?.id, personId, AT],
    );
    await t.db.sql('insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, $4)', [
      ...[assignment, personId, courses[course]?.id, AT],
    ]);
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, since) values ($1, $2, 'person', $3, $4, $5)`,
      [uuid(), assignment, request, engagementId, AT],
    );
    return engagementId;
  }

  async function completes(name: string, course: string, on: string): Promise<number> {
    const [made] = await t.db.sql<{ seq: number }>(
      `select append_completion($1, $2, $3, $4, null, 'manual', $5, '{}', $6) as seq`,
      [people[name], courses[course]?.id, courses[course]?.version, on, uuid(), AT],
    );
    return made?.seq ?? 0;
  }

  const told = async (client: Client, filter = ''): Promise<OverviewLearning> =>
    OverviewLearning.parse((await client.get(`/overview/learning?${filter}`)).json());

  const all = async <T>(
    client: Client,
    url: string,
    page: { parse(body: unknown): { items: T[]; nextCursor: string | null } },
  ) => {
    const found: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = page.parse(
        (await client.get(`${url}&limit=2${cursor && `&cursor=${cursor}`}`)).json(),
      );
      found.push(...items);
      cursor = nextCursor;
    }
    return found;
  };

  it('counts completions by month: twelve of them, the last day of the first and today included', async () => {
    const first = monthsBack(11);
    await completes('Ada', 'Plant', addDays(first, -1));
    await completes('Ada', 'Plant', first);
    await completes('Ada', 'Plant', today);
    await completes('Ben', 'Plant', today);
    await completes('Ben', 'Plant', today);
    await completes('Ion', 'Electric', addDays(monthsBack(3), -1));
    await completes('Cy', 'Electric', addDays(monthsBack(3), -1));
    const wrong = await completes('Cy', 'Electric', monthsBack(2));
    await t.db.sql(`select revoke_completion($1, $2, 'not-done', '{}', $3)`, [people['Cy'], wrong, AT]);
    const shown = ({ completions }: OverviewLearning) => {
      expect(completions.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, n) => monthsBack(11 - n)));
      return completions.flatMap(({ month, completions: n, people: of }) => (n > 0 ? [[month, n, of]] : []));
    };
    const all = [
      [first, 1, 1],
      [monthsBack(4), 2, 2],
      [monthsBack(0), 3, 2],
    ];
    expect(shown(await told(team))).toEqual(all);
    expect(shown(await told(auditor))).toEqual(all);
    expect(shown(await told(team, `organisationId=${organisations['Tollbar']}`))).toEqual([[monthsBack(4), 2, 2]]);
    // An employer: its own people, in what its own reasons ask.
    expect(shown(await told(dunmarsh))).toEqual([
      [first, 1, 1],
      [monthsBack(0), 3, 2],
    ]);
  });

  it('counts what a merged entry has completed as the person’s, once', async () => {
    people['Adah'] = await t.make.person({ givenName: 'Adah', familyName: 'Worker' });
    await completes('Adah', 'Plant', today);
    const month = async () => (await told(team)).completions.at(-1);
    expect(await month()).toMatchObject({ completions: 3, people: 2 });
    await t.db.sql(`select merge_people($1, $2, $3, $4, $5, '', $6, $7)`, [
      ...[uuid(), people['Adah'], people['Ada'], people['people-team'], addDays(today, 30), today, noon(today)],
    ]);
    expect(await month()).toMatchObject({ completions: 4, people: 2 });
    expect((await told(dunmarsh)).completions.at(-1)).toMatchObject({ completions: 4, people: 2 });
  });

  it('tells where people gave up: open, and nothing done for more than thirty days', async () => {
    const tries = async (name: string, course: string, daysAgo: number, state = 'open', number = 1) =>
      t.db.sql(
        `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, state, started_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[uuid(), people[name], courses[course]?.activity, courses[course]?.version, courses[course]?.id, number],
          ...[state, AT, noon(addDays(today, -daysAgo))],
        ],
      );
    await tries('Ada', 'Plant', 30);
    await tries('Ben', 'Plant', 31);
    await tries('Ion', 'Plant', 61);
    await tries('Cy', 'Electric', 40, 'done');
    await tries('Ion', 'Electric', 45);
    const at = (title: string) => ({
      ...{ courseId: courses[title]?.id, title, activityId: courses[title]?.activity, activity: `${title} on site` },
    });
    const plant = { ...at('Plant'), people: 2, days: 46 };
    const electric = at('Electric');
    expect((await told(team)).abandoned).toEqual([plant, { ...electric, people: 1, days: 45 }]);
    // Ion’s other employer asks for Electric: that is none of Dunmarsh’s business.
    expect((await told(dunmarsh)).abandoned).toEqual([plant]);
    expect((await told(team, `organisationId=${organisations['Tollbar']}`)).abandoned).toMatchObject([
      { title: 'Electric', people: 1 },
      { title: 'Plant', people: 1, days: 61 },
    ]);
    // Nor what somebody gave up before they came.
    await t.db.sql(`update attempt set started_at = '2020-01-06' where person_id = $1`, [people['Ben']]);
    expect((await told(dunmarsh)).abandoned).toEqual([{ ...plant, people: 1, days: 61 }]);
    expect((await told(team)).abandoned[0]).toEqual(plant);
  });

  it('shows how far people on onboarding are, and how long it took: an employer on its own paths alone', async () => {
    const [path, version, stage] = [uuid(), uuid(), uuid()];
    const by = people['people-team'];
    await t.db.sql(
      `insert into learning_path (id, code, title, kind, created_at) values ($1, 'J', 'Joiner', 'onboarding', $2)`,
      [...[path, AT]],
    );
    await t.db.sql(
      `insert into path_version (id, path_id, number, created_at, created_by) values ($1, $2, 1, $3, $4)`,
      [...[version, path, AT, by]],
    );
    await t.db.sql(
      `insert into path_stage (id, path_version_id, position, title, day_offset) values ($1, $2, 1, 's', 5)`,
      [...[stage, version]],
    );
    await t.db.sql(`insert into path_step (id, stage_id, position, course_id) values ($1, $2, 1, $3)`, [
      ...[uuid(), stage, courses['Plant']?.id],
    ]);
    const begins = (name: string, organisation: string, daysAgo: number) =>
      t.db.sql(
        `insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at)
         select $1, e.person_id, e.id, $2, $3, $4, $4, $4, $5 from engagement e where e.person_id = $6 and e.organisation_id = $7`,
        [uuid(), path, version, addDays(today, -daysAgo), AT, people[name], organisations[organisation]],
      );
    // Ada is through since today, Ben too; Ion began and is late at Dunmarsh, and new at Tollbar; Cy has done nothing.
    await begins('Ada', 'Dunmarsh', 10);
    await begins('Ben', 'Dunmarsh', 20);
    await begins('Ion', 'Dunmarsh', 30);
    await begins('Ion', 'Tollbar', 2);
    await begins('Cy', 'Tollbar', 3);
    const line = { pathId: path, title: 'Joiner' };
    expect((await told(team)).onboarding).toEqual([
      { ...line, people: 5, notStarted: 1, underWay: 1, overdue: 1, done: 2, days: 15 },
    ]);
    expect((await told(dunmarsh)).onboarding).toEqual([
      { ...line, people: 3, notStarted: 0, underWay: 0, overdue: 1, done: 2, days: 15 },
    ]);
  });

  it('names the questions that fail people most, asked ten times at least, and how many were wrong the last time', async () => {
    const bank = uuid();
    await t.db.sql('insert into question_bank (id, title, created_at) values ($1, $2, $3)', [bank, 'Plant', AT]);
    let position = 0;
    const question = async (text: string): Promise<string> => {
      const id = uuid();
      await t.db.sql('insert into question (id, bank_id, position, changed_at) values ($1, $2, $3, $4)', [
        ...[id, bank, (position += 1), AT],
      ]);
      await t.db.sql(
        `insert into question_revision (id, question_id, number, text, body, created_at) values ($1, $2, 1, $3, '{}', $4)`,
        [uuid(), id, text, AT],
      );
      return id;
    };
    /** Hands in one run a day up to that day, with these answers, in a course begun on the first of them or earlier. */
    const answers = async (
      name: string,
      course: string,
      id: string,
      rights: readonly boolean[],
      until: string,
      begun = AT,
    ) => {
      const [attempt, { version, activity, id: courseId }] = [
        uuid(),
        courses[course] ?? { id: '', version: '', activity: '' },
      ];
      await t.db.sql(
        `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, state, started_at, updated_at)
         select $1, $2, $3, $4, $5, 20 + count(*), 'done', $6, $6 from attempt where person_id = $2`,
        [attempt, people[name], activity, version, courseId, begun],
      );
      await t.db.sql(
        `with run as (
           insert into quiz_run (id, attempt_id, number, seed, drawn, started_at, handed_in_at, passed, score, failed_safety, marks, result)
           select gen_random_uuid(), $1, n, 's', '[{}]', $2, $3::timestamptz - make_interval(days => cardinality($4::boolean[]) - n::int), false, 0, false, '{}', '{}'
           from generate_series(1, cardinality($4::boolean[])) n
           returning id, number
         )
         insert into quiz_mark (question_id, run_id, was_right) select $5, id, ($4::boolean[])[number] from run`,
        [attempt, AT, noon(until), rights, id],
      );
    };
    const times = (right: number, wrong: number) => [
      ...Array.from({ length: wrong }, () => false),
      ...Array.from({ length: right }, () => true),
    ];
    const [half, seldom, known, some] = [
      await question('How far away?'),
      await question('Asked too seldom'),
      await question('Everybody knows'),
      await question('Who may enter?'),
    ];
    // Right in the end, however often wrong before.
    await answers('Cy', 'Electric', half, times(1, 5), addDays(today, -9));
    await answers('Cy', 'Electric', seldom, times(0, 9), today);
    await answers('Cy', 'Electric', known, times(12, 0), today);
    await answers('Cy', 'Electric', some, times(5, 5), today);
    // Right in one course, and then wrong in another, for another employer.
    await answers('Ion', 'Plant', half, [true], addDays(today, -8));
    await answers('Ion', 'Electric', half, [false], addDays(today, -2));
    // Right, and then wrong; and wrong alone, before its employer's time.
    await answers('Ada', 'Plant', half, [true, false], addDays(today, -4));
    await answers('Ben', 'Plant', half, [false], addDays(today, -3), '2020-01-06T09:00:00Z');
    const line = (questionId: string, text: string, asked: number, wrong: number, of: number) => ({
      ...{ questionId, bankId: bank, text, asked, wrong, people: of },
    });
    const expected = [line(half, 'How far away?', 11, 8, 3), line(some, 'Who may enter?', 10, 5, 0)];
    for (const client of [team, auditor]) expect((await told(client)).questions).toEqual(expected);
    // Its own people’s answers, in what it asks for and since they came: too few of them to say anything.
    expect((await told(dunmarsh)).questions).toEqual([]);

    const wrong = (client: Client, filter = '') =>
      all(client, `/overview/questions/${half}/wrong?${filter}`, AnsweredWronglyPage);
    const row = (name: string, course: string, answeredOn: string, organisationName: string) => ({
      ...{ personId: people[name], name: `${name} Worker`, organisationName, courseId: courses[course]?.id },
      ...{ title: course, question: 'How far away?', answeredOn },
    });
    const ada = row('Ada', 'Plant', addDays(today, -4), 'Dunmarsh');
    const inAll = [
      { ...row('Ion', 'Electric', addDays(today, -2), ''), organisationName: expect.any(String) },
      row('Ben', 'Plant', addDays(today, -3), 'Dunmarsh'),
      ada,
    ];
    for (const client of [team, auditor]) expect(await wrong(client)).toEqual(inAll);
    expect(await wrong(team, `organisationId=${organisations['Tollbar']}`)).toMatchObject([
      { personId: people['Ion'] },
    ]);
    // Of Ion it knows the answer in its own course, which was right; of Ben's nothing.
    expect(await wrong(dunmarsh)).toEqual([ada]);
    // Enough of them, and an employer is told of the question too.
    await answers('Ada', 'Plant', half, times(0, 8), today);
    expect((await told(dunmarsh)).questions).toEqual([line(half, 'How far away?', 11, 9, 1)]);
    expect(await wrong(dunmarsh)).toEqual([{ ...ada, answeredOn: today }]);
    const unknown = await team.get(`/overview/questions/${uuid()}/wrong`);
    expect(AnsweredWronglyPage.parse(unknown.json()).items).toEqual([]);
  });

  it('counts the evidence that waits for the reader, and leads to as many rows of the desk', async () => {
    const sent = async (name: string, daysAgo: number, by = name, state = 'waiting', attemptState = 'open') => {
      const [attempt, submission, personId] = [uuid(), uuid(), people[name]];
      const { id, version, activity } = courses['Electric'] ?? {};
      await t.db.sql(
        `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, state, started_at, updated_at)
         select $1, $2, $3, $4, $5, 40 + count(*), $6, $7, $7 from attempt where person_id = $2`,
        [attempt, personId, activity, version, id, attemptState, noon(today)],
      );
      await t.db.sql(
        `insert into evidence_submission (id, attempt_id, person_id, issuer, issued_on, expires_on, submitted_by, submitted_at, state)
         values ($1, $2, $3, 'CITB', '2026-01-05', '2030-01-05', $4, $5, $6)`,
        [submission, attempt, personId, people[by], noon(addDays(today, -daysAgo)), state],
      );
      return submission;
    };
    const somebody = async (name: string, organisation: string, startsOn: string, endsOn?: string) => {
      const personId = (people[name] = await t.make.person({ givenName: name, familyName: 'Worker' }));
      const organisationId = organisations[organisation] ?? '';
      await t.make.engagement({ personId, organisationId, startsOn, ...(endsOn ? { endsOn } : {}) });
      return personId;
    };
    // A coordinator who may also check, of whom Dot, who is yet to come, and Rae, a report elsewhere, are to be checked too.
    const leader = await somebody('Leader', 'Dunmarsh', '2024-01-08');
    await t.make.grant({ personId: leader, role: 'coordinator', organisationId: organisations['Dunmarsh'] });
    await t.make.grant({ personId: leader, role: 'trainer' });
    await somebody('Dot', 'Dunmarsh', addDays(today, 7));
    await somebody('Left', 'Dunmarsh', '2024-01-08', addDays(today, -1));
    people['Rae'] = await t.make.person({ givenName: 'Rae', familyName: 'Worker' });
    await t.make.engagement({
      ...{ personId: people['Rae'], organisationId: organisations['Tollbar'] ?? '', startsOn: '2024-01-08' },
      lineManagerId: leader,
    });
    const ada = await sent('Ada', 3);
    const ben = await sent('Ben', 8);
    const cy = await sent('Cy', 2);
    const dot = await sent('Dot', 1);
    const left = await sent('Left', 9);
    const rae = await sent('Rae', 4);
    const ion = await sent('Ion', 5, 'Leader');
    // One's own is another's to check, and so is what one sent; what was decided or done with waits for nobody.
    const leaders = await sent('Leader', 20);
    const advisers = await sent('people-team', 30);
    await sent('Ada', 6, 'Ada', 'replaced');
    await sent('Ben', 6, 'Ben', 'waiting', 'done');
    const desk = async (client: Client, filter = '') =>
      (await all(client, `/evidence?${filter}`, EvidencePage)).map(({ id }) => id);
    const everybodys = [leaders, left, ben, ion, rae, ada, cy, dot];
    const both = await t.as(leader);
    const of = (name: string) => `organisationId=${organisations[name]}`;
    const scheme = await t.make.scheme({ code: 'NEAR', name: 'Near' });
    await t.db.sql('update engagement set scheme_ids = $2 where person_id = any ($1::uuid[])', [
      ...[[people['Ben'], people['Rae']], [scheme]],
    ]);
    for (const [client, filter, rows, longest] of [
      [team, '', everybodys, 20],
      [team, of('Tollbar'), [ion, rae, cy], 5],
      [team, of('Dunmarsh'), [leaders, ben, ion, ada, dot], 20],
      [team, `schemeId=${scheme}`, [ben, rae], 8],
      [both, '', [ben, rae, ada, dot], 8],
      // Rae is seen at Tollbar; that Ion works there too is none of a coordinator’s business, nor that a card waits.
      [both, of('Tollbar'), [rae], 4],
      [both, `${of('Dunmarsh')}&schemeId=${scheme}`, [ben], 8],
    ] as const) {
      expect([filter, await desk(client, filter)]).toEqual([filter, rows]);
      expect((await told(client, filter)).evidence).toEqual({
        ...{ waiting: rows.length, oldest: addDays(today, -longest) },
      });
    }
    for (const [client, rows] of [
      [team, everybodys.length],
      [both, 4],
    ] as const)
      expect((await client.get('/my/checks')).json()).toMatchObject({ toCheck: rows });
    expect(everybodys).not.toContain(advisers);
    // Whoever checks nothing has neither.
    for (const client of [dunmarsh, auditor]) {
      expect((await told(client)).evidence).toEqual({ waiting: 0, oldest: null });
      expect((await client.get('/evidence?')).status).toBe(403);
    }
  });

  const peopleOf = (rows: readonly { personId: string }[]) => new Set(rows.map(({ personId }) => personId)).size;

  it('leads from each number to as many rows, whoever reads', async () => {
    const filters = ['', ...['Dunmarsh', 'Tollbar'].map((name) => `organisationId=${organisations[name]}`)];
    let seen = 0;
    const asked = new Set<string>();
    for (const client of [team, auditor, dunmarsh])
      for (const filter of filters) {
        const { completions, abandoned, onboarding, questions } = await told(client, filter);
        for (const { month, completions: n, people: of } of completions) {
          const url = `/overview/completions?${filter}&from=${month}&to=${endOf(month)}`;
          const rows = await all(client, url, CompletedPage);
          expect([month, rows.length, peopleOf(rows)]).toEqual([month, n, of]);
          const totals = CompletedTotals.parse(
            (await client.get(url.replace('completions?', 'completions/totals?'))).json(),
          );
          expect(totals).toMatchObject({ completions: n, people: of });
          for (const course of totals.courses) {
            const one = await all(client, `${url}&courseId=${course.courseId}`, CompletedPage);
            expect([one.length, peopleOf(one)]).toEqual([course.completions, course.people]);
          }
          seen += rows.length;
        }
        for (const { pathId, people: of, ...line } of onboarding) {
          const url = `/paths/${pathId}/progress?${filter}`;
          const { counts } = PathProgress.parse((await client.get(url)).json());
          const { notStarted, underWay, overdue, done } = line;
          expect(counts).toEqual({ 'not started': notStarted, 'under way': underWay, overdue, done });
          for (const state of ['not started', 'under way', 'overdue', 'done'] as const)
            expect(await all(client, `${url}&state=${state}`, PathProgress)).toHaveLength(counts[state] ?? 0);
          expect(of).toBe(notStarted + underWay + overdue + done);
          seen += of;
        }
        for (const { courseId, activityId, people: of } of abandoned) {
          const rows = await all(
            client,
            `/overview/given-up?${filter}&courseId=${courseId}&activityId=${activityId}`,
            GivenUpPage,
          );
          expect(rows).toHaveLength(of);
          expect(peopleOf(rows)).toBe(of);
          seen += rows.length;
        }
        for (const { questionId, people: of } of questions) {
          const rows = await all(client, `/overview/questions/${questionId}/wrong?${filter}`, AnsweredWronglyPage);
          expect([questionId, rows.length, peopleOf(rows)]).toEqual([questionId, of, of]);
          asked.add(questionId);
        }
      }
    expect(asked.size).toBe(2);
    expect(seen).toBeGreaterThan(30);
    const [newest] = await all(dunmarsh, '/overview/completions?', CompletedPage);
    expect(newest).toMatchObject({ organisationName: 'Dunmarsh', title: 'Plant', completedOn: today });
  });

  it('is refused to whoever may not read records', async () => {
    const learner = await t.as(people['Ada'] ?? '');
    for (const url of ['learning', 'completions', 'completions/totals', 'given-up', `questions/${uuid()}/wrong`])
      expect((await learner.get(`/overview/${url}`)).status).toBe(403);
  });
});
