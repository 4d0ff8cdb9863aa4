import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrewOrganisations, CrewPage, type CrewPerson, CrewTotals, MatrixTotals } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const today = londonDate(new Date());
const AT = '2026-01-05T09:00:00Z';

/**
 * Dunmarsh with Larkstone below it, and Tollbar. Rosa coordinates Dunmarsh and leads somebody at Tollbar; Greg leads Marek,
 * who leads Ion; Ion works for Larkstone and for Tollbar.
 */
describe('the places of coordinators and line managers', () => {
  let t: TestApp;
  let team: Client;
  const clients: Record<string, Client> = {};
  const organisations: Record<string, string> = {};
  const courses: Record<string, string> = {};
  const people: Record<string, string> = {};

  beforeAll(async () => {
    t = await testApp();
    organisations['dunmarsh'] = await t.make.organisation({ name: 'Dunmarsh' });
    organisations['larkstone'] = await t.make.organisation({ name: 'Larkstone', parentId: organisations['dunmarsh'] });
    organisations['tollbar'] = await t.make.organisation({ name: 'Tollbar' });
    for (const title of ['Plant', 'Traffic', 'Electric']) courses[title] = await published(title);
    for (const name of ['Rosa', 'Greg', 'Marek'])
      people[name] = await t.make.person({ givenName: name, familyName: 'Worker' });
    await t.make.grant({
      personId: people['Rosa'] ?? '',
      role: 'coordinator',
      organisationId: organisations['dunmarsh'],
    });
    const [adviser, larkstone] = [await t.make.person(), await t.make.person()];
    await t.make.grant({ personId: adviser, role: 'people-team' });
    await t.make.grant({ personId: larkstone, role: 'coordinator', organisationId: organisations['larkstone'] });
    await works('Marek', 'dunmarsh', { Plant: -7, Traffic: 20 }, 'Greg');
    await works('Siobhan', 'dunmarsh', { Plant: 60 });
    await works('Ion', 'larkstone', { Plant: 5 }, 'Marek');
    await works('Ion', 'tollbar', { Electric: -9 });
    await works('Tom', 'tollbar', { Electric: -30 }, 'Rosa');
    await t.make.engagement({
      ...{ personId: await t.make.person(), organisationId: organisations['dunmarsh'] ?? '' },
      startsOn: addDays(today, 9),
    });
    await invited(people['Marek'] ?? '', 10);
    await invited(people['Ion'] ?? '', -10);
    await sent(people['Ion'] ?? '', 'Plant');
    await sent(people['Ion'] ?? '', 'Electric');
    team = await t.as(adviser);
    clients['larkstone'] = await t.as(larkstone);
    for (const name of ['Rosa', 'Greg', 'Siobhan']) clients[name] = await t.as(people[name] ?? '');
  });
  afterAll(() => t.stop());

  async function published(title: string): Promise<string> {
    const id = await t.make.course({ title });
    const version = await t.make.courseVersion({ courseId: id, validityMonths: 12 });
    await t.db.sql(
      `insert into activity (id, lineage_id, course_version_id, position, kind, title, settings) values ($1, $1, $2, 1, 'evidence', $3, '{}')`,
      [uuid(), version, title],
    );
    await t.make.publish(version);
    return id;
  }

  /** Somebody engaged there and asked by it for courses, each due in so many days. */
  async function works(name: string, organisation: string, asks: Record<string, number>, lead?: string) {
    const personId = (people[name] ??= await t.make.person({ givenName: name, familyName: 'Worker' }));
    const engagementId = await t.make.engagement({
      ...{ personId, organisationId: organisations[organisation] ?? '', startsOn: '2025-01-06' },
      ...(lead ? { lineManagerId: people[lead] } : {}),
    });
    for (const [course, due] of Object.entries(asks)) {
      const [assignment, request, dueOn] = [uuid(), uuid(), addDays(today, due)];
      await t.db.sql(
        `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
         values ($1, $2, 'because', '{}', 'given', $3, $4)`,
        [request, courses[course], personId, AT],
      );
      await t.db.sql(
        `insert into assignment (id, person_id, course_id, due_on, created_at, state) values ($1, $2, $3, $4, $5, 'open')`,
        [assignment, personId, courses[course], dueOn, AT],
      );
      await t.db.sql(
        `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, since)
         values ($1, $2, 'person', $3, $4, $5, $6)`,
        [uuid(), assignment, request, engagementId, dueOn, AT],
      );
    }
  }

  const invited = (personId: string, days: number) =>
    t.db.sql(
      `insert into one_time_link (hash, kind, person_id, created_at, expires_at) values ($1, 'invitation', $2, $3, $4)`,
      [Buffer.from(personId), personId, AT, `${addDays(today, days)}T12:00:00Z`],
    );

  async function sent(personId: string, course: string) {
    const attempt = uuid();
    await t.db.sql(
      `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
       select $1, $2, a.id, v.id, v.course_id, 1, $4, $4
       from activity a join course_version v on v.id = a.course_version_id where v.course_id = $3`,
      [attempt, personId, courses[course], AT],
    );
    await t.db.sql(
      `insert into evidence_submission (id, attempt_id, person_id, submitted_by, submitted_at, issuer, issued_on, state)
       values ($1, $2, $3, $3, $4, 'CSCS', '2025-06-01', 'waiting')`,
      [uuid(), attempt, personId, AT],
    );
  }

  const list = async (client: Client | undefined, url: string, limit = 1): Promise<CrewPerson[]> => {
    const found: CrewPerson[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await client?.get(
        `${url}${url.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${cursor}`}`,
      );
      const page = CrewPage.parse(answer?.json());
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  };
  const crewOf = (organisation: string) => `/organisations/${organisations[organisation]}/crew`;
  const totalsOf = async (client: Client | undefined, url: string) =>
    CrewTotals.parse((await client?.get(url))?.json());
  const names = (crew: readonly CrewPerson[]) => crew.map(({ name }) => name.split(' ')[0]);

  it('shows a coordinator their own people and the tiers below, those to act on first, and what is owed next', async () => {
    const items = CrewOrganisations.parse((await clients['Rosa']?.get('/my/organisations'))?.json()).items;
    expect(items.map(({ name, depth }) => [name, depth])).toEqual([
      ['Dunmarsh', 0],
      ['Larkstone', 1],
    ]);
    const crew = await list(clients['Rosa'], crewOf('dunmarsh'));
    expect(names(crew)).toEqual(['Marek', 'Ion', 'Siobhan']);
    const due = (course: string, days: number, standing: string) => ({
      ...{ courseId: courses[course], title: course, standing, day: addDays(today, days) },
    });
    expect(crew).toMatchObject([
      { late: 1, soon: 1, waiting: 0, next: due('Plant', -7, 'overdue'), access: 'asked', lead: null },
      // What Tollbar asks of him, and what he sent for it, is not Dunmarsh's to know.
      {
        late: 0,
        soon: 1,
        waiting: 1,
        next: due('Plant', 5, 'in progress'),
        access: 'none',
        organisationName: 'Larkstone',
      },
      { late: 0, soon: 0, waiting: 0, next: due('Plant', 60, 'not started'), access: 'own' },
    ]);
    expect(names(await list(clients['Rosa'], crewOf('larkstone')))).toEqual(['Ion']);
    for (const [show, whom] of [
      ['late', ['Marek']],
      ['soon', ['Marek', 'Ion']],
      ['waiting', ['Ion']],
      ['outside', ['Ion']],
    ] as const)
      expect(names(await list(clients['Rosa'], `${crewOf('dunmarsh')}?show=${show}`))).toEqual(whom);
    expect(names(await list(clients['Rosa'], `${crewOf('dunmarsh')}?q=sio`))).toEqual(['Siobhan']);
  });

  it('never looks sideways or above: what is elsewhere answers as what is not there', async () => {
    const unknown = await clients['Rosa']?.get(`/organisations/${uuid()}/crew`);
    for (const [who, organisation] of [
      ['Rosa', 'tollbar'],
      ['larkstone', 'dunmarsh'],
      ['larkstone', 'tollbar'],
      // Leading somebody there makes nobody its coordinator.
      ['Greg', 'dunmarsh'],
    ] as const)
      for (const url of [crewOf(organisation), `${crewOf(organisation)}-totals`]) {
        const answer = await clients[who]?.get(url);
        expect([answer?.status, answer?.json()['detail']]).toEqual([404, unknown?.json()['detail']]);
      }
    expect((await clients['Greg']?.get('/my/organisations'))?.json()).toEqual({ items: [] });
    for (const url of ['/my/organisations', '/my/team', crewOf('dunmarsh')])
      expect((await clients['Siobhan']?.get(url))?.status).toBe(403);
  });

  it('adds up to the matrix, to the last person', async () => {
    const cases = [
      [clients['Rosa'], `${crewOf('dunmarsh')}-totals`, `organisationId=${organisations['dunmarsh']}`],
      [clients['Rosa'], `${crewOf('larkstone')}-totals`, `organisationId=${organisations['larkstone']}`],
      [team, `${crewOf('tollbar')}-totals`, `organisationId=${organisations['tollbar']}`],
      [clients['Rosa'], '/my/team-totals', 'team=direct'],
      [clients['Greg'], '/my/team-totals?team=all', 'team=all'],
      [clients['Greg'], '/my/team-totals?team=direct', 'team=direct'],
    ] as const;
    for (const [client, url, filter] of cases) {
      const totals = await totalsOf(client, url);
      const matrix = async (more = '') =>
        MatrixTotals.parse((await client?.get(`/matrix/totals?${filter}${more}`))?.json());
      const all = await matrix();
      expect(totals).toMatchObject({ today, people: all.people, inOrder: all.inOrder });
      expect(totals.late).toBe((await matrix('&standing=to-act')).people);
      expect(totals.soon).toBe((await matrix(`&from=${today}&to=${totals.soonUntil}`)).people);
      const page = url.replace('-totals', '');
      const crew = await list(client, page);
      expect(crew).toHaveLength(totals.people);
      expect(crew.reduce((sum, { late }) => sum + late, 0)).toBe((all.counts.overdue ?? 0) + (all.counts.expired ?? 0));
      for (const show of ['late', 'soon', 'waiting', 'outside'] as const)
        expect(await list(client, `${page}${page.includes('?') ? '&' : '?'}show=${show}`)).toHaveLength(totals[show]);
    }
    expect((await totalsOf(clients['Rosa'], `${crewOf('dunmarsh')}-totals`)).starting).toBe(1);
  });

  it('shows a line manager who reports to them, and through whom', async () => {
    expect(names(await list(clients['Greg'], '/my/team'))).toEqual(['Marek']);
    const all = await list(clients['Greg'], '/my/team?team=all');
    expect(all.map(({ name, lead }) => `${name} < ${lead?.name}`)).toEqual([
      'Marek Worker < Greg Worker',
      'Ion Worker < Marek Worker',
    ]);
    // Of the engagement in which he reports to them; Tollbar's is none of theirs.
    expect(all[1]).toMatchObject({ organisationName: 'Larkstone', late: 0 });
    // And what somebody coordinates is not their team.
    expect(names(await list(clients['Rosa'], '/my/team?team=all'))).toEqual(['Tom']);
  });
});
