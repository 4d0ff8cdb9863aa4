import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  MatrixChoices,
  MatrixPage,
  type MatrixRow,
  MatrixTotals,
  OrganisationTotals,
  Overview,
  OverviewLearning,
} from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const today = londonDate(new Date());
const AT = '2026-01-05T09:00:00Z';

/** Dunmarsh with Larkstone below it, and Tollbar. Ion works for Larkstone and for Tollbar, which ask different things of him. */
describe('the matrix', () => {
  let t: TestApp;
  let team: Client;
  let auditor: Client;
  let dunmarsh: Client;
  let tollbar: Client;
  const organisations: Record<string, string> = {};
  const courses: Record<string, string> = {};
  const people: Record<string, string> = {};
  let scheme: string;

  beforeAll(async () => {
    t = await testApp();
    organisations['dunmarsh'] = await t.make.organisation({ name: 'Dunmarsh' });
    organisations['larkstone'] = await t.make.organisation({ name: 'Larkstone', parentId: organisations['dunmarsh'] });
    organisations['tollbar'] = await t.make.organisation({ name: 'Tollbar' });
    scheme = await t.make.scheme({ name: 'NEAR' });
    for (const title of ['Plant', 'Traffic', 'Electric']) courses[title] = await published(title);
    const asClient = async (role: string, organisationId?: string) => {
      const personId = await t.make.person({ givenName: 'Reader', familyName: role });
      await t.make.grant({ personId, role, organisationId });
      return t.as(personId);
    };
    [team, auditor] = [await asClient('people-team'), await asClient('auditor')];
    [dunmarsh, tollbar] = [
      await asClient('coordinator', organisations['dunmarsh']),
      await asClient('coordinator', organisations['tollbar']),
    ];
    await works('Marek', 'dunmarsh', [
      ['Plant', -7, null],
      ['Traffic', 20, null],
    ]);
    await works('Siobhan', 'dunmarsh', [
      ['Plant', 30, -400],
      ['Traffic', null, 300],
    ]);
    await works('Ion', 'larkstone', [['Plant', -1, null]]);
    await works('Ion', 'tollbar', [['Electric', 9, null]]);
    await works('Leah', 'larkstone', []);
    await works('Tom', 'tollbar', [['Electric', -30, -3]]);
  });
  afterAll(() => t.stop());

  async function published(title: string): Promise<string> {
    const id = await t.make.course({ title, code: title.toUpperCase() });
    await t.make.publish(await t.make.courseVersion({ courseId: id, validityMonths: 12 }));
    return id;
  }

  /** Somebody engaged there, asked for courses: due in so many days, and valid until so many days from today. */
  async function works(name: string, organisation: string, asks: [string, number | null, number | null][]) {
    const personId = (people[name] ??= await t.make.person({ givenName: name, familyName: 'Worker' }));
    const engagementId = await t.make.engagement({ personId, organisationId: organisations[organisation] ?? '' });
    await t.db.sql('update engagement set job_role = $2, scheme_ids = $3 where id = $1', [
      engagementId,
      name === 'Tom' ? 'Electrician' : 'Groundworker',
      name === 'Marek' ? [scheme] : [],
    ]);
    for (const [course, due, until] of asks) {
      if (until !== null)
        await t.db.sql(
          `select append_completion($1, $2, v.id, $3, $4, 'manual', $5, '{}', $6) from course_version v where v.course_id = $2`,
          [personId, courses[course], addDays(today, until - 365), addDays(today, until), uuid(), AT],
        );
      const [assignment, request] = [uuid(), uuid()];
      await t.db.sql(
        `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
         values ($1, $2, 'because', '{}', 'given', $3, $4)`,
        [request, courses[course], personId, AT],
      );
      await t.db.sql(
        `insert into assignment (id, person_id, course_id, due_on, created_at, state, closed_on, closed_why)
         values ($1, $2, $3, $4::date, $5::timestamptz, case when $4::date is null then 'closed' else 'open' end,
           case when $4::date is null then $6::date end, case when $4::date is null then 'already-valid' end)`,
        [assignment, personId, courses[course], due === null ? null : addDays(today, due), AT, today],
      );
      await t.db.sql(
        `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, since)
         values ($1, $2, 'person', $3, $4, $5, $6)`,
        [uuid(), assignment, request, engagementId, due === null ? null : addDays(today, due), AT],
      );
    }
  }

  const totals = async (client: Client, filter = '') =>
    MatrixTotals.parse((await client.get(`/matrix/totals?${filter}`)).json());
  const rows = async (client: Client, filter = '', limit = 2): Promise<MatrixRow[]> => {
    const found: MatrixRow[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await client.get(`/matrix?limit=${limit}&${filter}${cursor ? `&cursor=${cursor}` : ''}`);
      const page = MatrixPage.parse(answer.json());
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  };
  const short = (some: readonly MatrixRow[]) =>
    some.map(({ name, organisationName, cells }) => {
      const titles = Object.keys(courses).filter((title) => cells[courses[title] ?? '']);
      return [name.split(' ')[0], organisationName, ...titles.map((x) => `${x} ${cells[courses[x] ?? '']?.[0]}`)];
    });

  it('shows the People Team everybody, a group after the other, page by page', async () => {
    expect(short(await rows(team))).toEqual([
      ['Marek', 'Dunmarsh', 'Plant overdue', 'Traffic not started'],
      ['Siobhan', 'Dunmarsh', 'Plant not started', 'Traffic valid'],
      ['Ion', 'Larkstone', 'Plant overdue', 'Electric not started'],
      ['Leah', 'Larkstone'],
      ['Ion', 'Tollbar', 'Plant overdue', 'Electric not started'],
      ['Tom', 'Tollbar', 'Electric expired'],
    ]);
    expect(short(await rows(auditor))).toEqual(short(await rows(team)));
    expect((await rows(team, '', 100)).map(({ personId, groupId }) => groupId + personId)).toEqual(
      (await rows(team, '', 1)).map(({ personId, groupId }) => groupId + personId),
    );
    const marek = (await rows(team))[0];
    expect(marek?.cells[courses['Plant'] ?? '']).toEqual(['overdue', addDays(today, -7)]);
  });

  it('shows an employer its own people and the tiers below, and what its own reasons ask', async () => {
    expect(short(await rows(dunmarsh))).toEqual([
      ['Marek', 'Dunmarsh', 'Plant overdue', 'Traffic not started'],
      ['Siobhan', 'Dunmarsh', 'Plant not started', 'Traffic valid'],
      ['Ion', 'Larkstone', 'Plant overdue'],
      ['Leah', 'Larkstone'],
    ]);
    expect(short(await rows(tollbar))).toEqual([
      ['Ion', 'Tollbar', 'Electric not started'],
      ['Tom', 'Tollbar', 'Electric expired'],
    ]);
    // A filter on what the reader may not see finds nobody, as for what there is not.
    expect(await rows(tollbar, `organisationId=${organisations['dunmarsh']}`)).toEqual([]);
    expect(await rows(tollbar, `courseId=${courses['Plant']}`)).toEqual([]);
    expect((await totals(tollbar)).columns.map(({ title }) => title)).toEqual(['Electric']);
  });

  it('adds up to the last person, whoever asks and whatever is filtered', async () => {
    const filters = [
      '',
      'by=role',
      'by=scheme',
      `organisationId=${organisations['dunmarsh']}`,
      'standing=to-act',
      'q=ION',
    ];
    for (const client of [team, auditor, dunmarsh, tollbar]) {
      for (const filter of filters) {
        const [all, sum] = [await rows(client, filter), await totals(client, filter)];
        const each = [...new Map(all.map((row) => [row.personId, row])).values()];
        const cells = each.flatMap((row) => Object.entries(row.cells));
        expect(sum.people).toBe(each.length);
        expect(sum.inOrder).toBe(each.filter((row) => !Object.values(row.cells).some(late)).length);
        expect(sum.groups.reduce((n, group) => n + group.people, 0)).toBe(all.length);
        for (const column of sum.columns) {
          const of = cells.filter(([course]) => course === column.courseId);
          expect(column.required).toBe(of.length);
          for (const [standing, n] of Object.entries(column.counts)) {
            expect(of.filter(([, cell]) => cell[0] === standing)).toHaveLength(n ?? 0);
            // And what a click on the number shows.
            const drill = `${filter.replace('standing=to-act', '')}&courseId=${column.courseId}&standing=${encodeURIComponent(standing)}`;
            if (filter !== 'standing=to-act')
              expect(new Set((await rows(client, drill)).map(({ personId }) => personId)).size).toBe(n);
          }
        }
        for (const group of sum.groups) {
          const members = all.filter((row) => row.groupId === group.id);
          for (const [course, n] of Object.entries(group.toAct))
            expect(members.filter(({ cells: of }) => of[course] && late(of[course]))).toHaveLength(n);
        }
      }
    }
  });

  it('gives the same as a file', async () => {
    const answer = await tollbar.get('/matrix/people.csv?by=role');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body).toBe(
      [
        '\ufeff"In role","Person","Organisation","Role","Electric"',
        `"Electrician","Tom Worker","Tollbar","Electrician","expired ${addDays(today, -3)}"`,
        `"Groundworker","Ion Worker","Tollbar","Groundworker","not started, due ${addDays(today, 9)}"`,
        '',
      ].join('\r\n'),
    );
    expect((await dunmarsh.get('/matrix/people.csv')).body).not.toContain('Electric');
  });

  it('agrees with the totals of an organisation', async () => {
    for (const client of [team, auditor, dunmarsh]) {
      const id = organisations['dunmarsh'];
      const other = OrganisationTotals.parse((await client.get(`/organisations/${id}/standing-totals`)).json());
      const { people: n, counts } = await totals(client, `organisationId=${id}`);
      expect({ people: n, counts }).toEqual({ people: other.people, counts: other.counts });
    }
  });

  it('agrees with the overview, each of whose numbers leads to the people behind it', async () => {
    for (const client of [team, auditor, dunmarsh, tollbar]) {
      const answer = await client.get('/overview');
      const overview = Overview.parse(answer.json());
      const all = await totals(client);
      const { people: n, inOrder, counts } = all;
      expect({ people: overview.people, inOrder: overview.inOrder, counts: overview.counts }).toEqual({
        ...{ people: n, inOrder, counts },
      });
      const groups = (some: readonly { id: string; people: number; inOrder: number }[]) =>
        some.map((group) => [group.id, group.people, group.inOrder]).sort();
      expect(groups(overview.organisations)).toEqual(groups(all.groups));
      for (const [list, filter] of [
        [overview.organisations, 'tiers=none&organisationId'],
        [overview.schemes, 'schemeId'],
      ] as const)
        for (const group of list) {
          const { people: behind, counts: of } = await totals(client, `${filter}=${group.id}`);
          expect({ people: behind, counts: of }).toEqual({ people: group.people, counts: group.counts });
        }
      for (const [spans, standing] of [
        [overview.expiring, 'holds'],
        [overview.late, 'to-act'],
      ] as const)
        for (const { from, to, people: behind, things } of spans) {
          const found = await rows(client, `standing=${standing}&from=${from}&to=${to}`);
          const each = [...new Map(found.map((row) => [row.personId, row])).values()];
          expect(each).toHaveLength(behind);
          const standings = standing === 'holds' ? ['valid', 'expiring'] : ['overdue', 'expired'];
          const cells = each.flatMap(({ cells: of }) => Object.values(of));
          const within = ([how, day]: (typeof cells)[number]) =>
            standings.includes(how) && day !== null && day >= from && day <= to;
          expect(cells.filter(within)).toHaveLength(things);
        }
      expect(overview.late.reduce((sum, { things }) => sum + things, 0)).toBe(
        (counts.overdue ?? 0) + (counts.expired ?? 0),
      );
      OverviewLearning.parse((await client.get('/overview/learning')).json());
    }
  });

  it('groups by role and scheme, and offers what there is to filter by', async () => {
    expect((await totals(team, 'by=role')).groups.map(({ label, people: n }) => `${label} ${n}`)).toEqual([
      'Electrician 1',
      'Groundworker 4',
    ]);
    expect((await totals(team, 'by=scheme')).groups.map(({ label, people: n }) => `${label} ${n}`)).toEqual([
      'NEAR 1',
      ' 4',
    ]);
    const choices = MatrixChoices.parse((await dunmarsh.get('/matrix/choices')).json());
    expect(choices.organisations.map(({ name }) => name)).toEqual(['Dunmarsh', 'Larkstone']);
    expect(choices.jobRoles).toEqual(['Groundworker']);
  });

  it('counts the same where the day is kept, changed since, or is that of yesterday', async () => {
    const organisation = `/organisations/${organisations['dunmarsh']}/standing-totals`;
    const filters = ['', 'by=role', 'by=scheme&standing=to-act', `columns=${courses['Plant']}`];
    const urls = [...filters.map((of) => `/matrix/totals?${of}`), '/overview', organisation];
    const readers = [team, auditor, dunmarsh];
    const told = () =>
      Promise.all(
        readers.flatMap((client) => urls.map(async (url): Promise<unknown> => (await client.get(url)).json())),
      );
    const keep = (day: string) => t.db.sql('select keep_standing_days($1, true, 1000)', [day]);
    const fresh = async () => {
      await t.db.sql('truncate standing_day, standing_asked');
      return told();
    };
    const first = await fresh();
    await keep(addDays(today, -1));
    expect(await told()).toEqual(first);
    await keep(today);
    expect(await told()).toEqual(first);
    // A completion is taken back, an engagement has ended: both are seen at once.
    await t.db.sql(
      `select revoke_completion(person_id, seq, 'not-done', '{}', $2) from ledger_entry where person_id = $1 and kind = 'completion'`,
      [people['Siobhan'], AT],
    );
    await t.db.sql('update engagement set ends_on = $2 where person_id = $1', [people['Marek'], addDays(today, -1)]);
    const changed = await told();
    expect(changed).not.toEqual(first);
    expect(await fresh()).toEqual(changed);
    await keep(today);
    expect(await told()).toEqual(changed);
  });

  it('refuses what is no filter, and whoever may not read records', async () => {
    expect((await team.get('/matrix?by=colour')).status).toBe(400);
    expect((await team.get('/matrix?cursor=x')).status).toBe(400);
    expect((await team.get('/matrix/totals?organisationId=1')).status).toBe(400);
    const learner = await t.as(people['Leah'] ?? '');
    expect((await learner.get('/matrix')).status).toBe(403);
  });
});

const late = (cell: readonly [string, string | null]): boolean => cell[0] === 'overdue' || cell[0] === 'expired';
