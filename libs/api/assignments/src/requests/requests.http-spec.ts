import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AssignmentRequest,
  type Created,
  MyRequests,
  type NoticePage,
  OrganisationStanding,
  OrganisationTotals,
  PersonAssignments,
  type PersonRecord,
  type Problem,
  RequestPreview,
  ToDecidePage,
} from '@lms/contracts';
import { addDays, lineManagerDecides, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const today = londonDate(new Date());
const AT = '2026-01-05T09:00:00Z';

let t: TestApp;
let team: Client;
let second: Client;
let manager: Client;
let coordinator: Client;
let auditor: Client;
let ids: { partner: string; supplier: string; site: string; office: string; teamId: string; managerId: string };
let course: string;
let other: string;

beforeAll(async () => {
  t = await testApp();
  const partner = await t.make.organisation({ kind: 'partner', name: 'Costain' });
  const supplier = await t.make.organisation({ name: 'Kestrel Vane' });
  const [teamId, secondId, managerId, coordinatorId, auditorId, site, office] = [
    await t.make.person({ givenName: 'Tamsin' }),
    await t.make.person({ givenName: 'Second' }),
    await t.make.person({ givenName: 'Mia' }),
    await t.make.person({ givenName: 'Coll' }),
    await t.make.person({ givenName: 'Aud' }),
    await t.make.person({ givenName: 'Sam', familyName: 'Site', contactEmail: 'sam@example.org' }),
    await t.make.person({ givenName: 'Olu', familyName: 'Office' }),
  ];
  for (const [personId, role] of [
    [teamId, 'people-team'],
    [secondId, 'people-team'],
    [auditorId, 'auditor'],
  ] as const) {
    await t.make.grant({ personId, role });
    await t.make.engagement({ personId, organisationId: partner, employmentGroup: 'office' });
  }
  await t.make.grant({ personId: coordinatorId, role: 'coordinator', organisationId: supplier });
  await t.make.engagement({ personId: managerId, organisationId: partner, employmentGroup: 'manager' });
  await t.make.engagement({ personId: coordinatorId, organisationId: supplier, employmentGroup: 'manager' });
  await t.make.engagement({
    personId: site,
    organisationId: partner,
    lineManagerId: managerId,
    employmentGroup: 'site',
  });
  await t.make.engagement({ personId: office, organisationId: partner, employmentGroup: 'driver' });
  ids = { partner, supplier, site, office, teamId, managerId };
  [team, second, manager, coordinator, auditor] = [
    await t.as(teamId),
    await t.as(secondId),
    await t.as(managerId),
    await t.as(coordinatorId),
    await t.as(auditorId),
  ];
  [course, other] = [await published('First aid', 36), await published('Lean', null)];
});
afterAll(() => t.stop());

async function published(title: string, months: number | null): Promise<string> {
  const id = await t.make.course({ title });
  const version = await t.make.courseVersion({ courseId: id, validityMonths: months ?? undefined });
  await t.make.publish(version);
  return id;
}
const complete = (personId: string, courseId: string, on: string) =>
  t.db.sql(
    `select append_completion($1, $2, v.id, $3, version_counts_until(v.id, $1, $3), 'manual', $4, '{}', ($3::text || 'T06:00:00Z')::timestamptz)
     from course_version v where v.course_id = $2 and v.state = 'published'`,
    [personId, courseId, on, uuid()],
  );
const chosen = (some: object) => ({
  organisationIds: [],
  schemeIds: [],
  groups: [],
  personIds: [],
  lines: [],
  ...some,
});
const preview = async (client: Client, some: object, courseId = course) =>
  RequestPreview.parse((await client.post('/assignment-requests/preview', { courseId, chosen: chosen(some) })).json());
const ask = async (client: Client, some: object, expected: number, courseId = course) => {
  const answer = await client.post('/assignment-requests', {
    courseId,
    why: 'Nominated for the site',
    dueOn: addDays(today, 30),
    chosen: chosen(some),
    expected,
  });
  expect(answer.status).toBe(201);
  return AssignmentRequest.parse(answer.json());
};
const of = async (client: Client, personId: string) =>
  PersonAssignments.parse((await client.get(`/people/${personId}/assignments`)).json());
const codeOf = async (answer: Promise<{ status: number; json<T>(): T }>) => {
  const { status, json } = await answer;
  return status < 300 ? status : `${status} ${json<Problem>().code}`;
};
const standing = async (client: Client, personId: string, courseId: string) =>
  (await client.get(`/people/${personId}/record`)).json<PersonRecord>().courses.find((c) => c.courseId === courseId)
    ?.standing;

describe('asking people to learn something', () => {
  it('previews who gets it, who has it and what nobody is called', async () => {
    await complete(ids.office, other, addDays(today, -10));
    const found = await preview(
      team,
      { personIds: [ids.office], lines: ['SAM@example.org', 'nobody@example.org', '', 'E6'] },
      other,
    );
    expect(found).toMatchObject({ total: 2, gaining: 1, valid: 1, asked: 0, needsSecond: false });
    expect(found.people.map(({ name, has }) => [name, has])).toEqual([
      ['Sam Site', null],
      ['Olu Office', 'valid'],
    ]);
    expect(found.unmatched).toEqual([{ line: 'nobody@example.org', why: 'nobody' }]);
    // Nobody asks themselves, and a line that does so is not passed over in silence.
    const [own] = await t.db.sql<{ number: string }>(
      'select employee_number as number from engagement where person_id = $1',
      [ids.teamId],
    );
    expect((await preview(team, { lines: [own!.number] })).unmatched).toEqual([{ line: own!.number, why: 'yourself' }]);
    // Dimensions narrow each other, people are added.
    expect((await preview(team, { organisationIds: [ids.partner], groups: ['site', 'driver'] })).total).toBe(2);
    // A line manager and a coordinator ask those whom they see.
    expect((await preview(manager, { organisationIds: [ids.partner], lines: ['E6'] })).total).toBe(1);
    expect(await codeOf(auditor.post('/assignment-requests/preview', { courseId: course, chosen: chosen({}) }))).toBe(
      '403 not-allowed',
    );
  });

  it('gives it once, with who asked and why, and takes it back with its history', async () => {
    const request = await ask(manager, { personIds: [ids.site] }, 1);
    expect(request).toMatchObject({ state: 'given', people: 1, title: 'First aid' });
    await ask(team, { personIds: [ids.site] }, 1);
    const page = await of(team, ids.site);
    expect(page.assignments).toHaveLength(1);
    expect(page.assignments[0]).toMatchObject({ cycle: 1, standing: 'not started', dueOn: addDays(today, 30) });
    expect(page.assignments[0]?.reasons.map(({ kind, what, byName }) => [kind, what, byName?.split(' ')[0]])).toEqual([
      ['person', 'Nominated for the site', 'Mia'],
      ['person', 'Nominated for the site', 'Tamsin'],
    ]);
    expect((await of(manager, ids.site)).assignments[0]?.reasons.map(({ mayWithdraw }) => mayWithdraw)).toEqual([
      true,
      false,
    ]);
    expect(await codeOf(coordinator.post(`/assignment-requests/${request.id}/withdrawal`, { why: 'x' }))).toBe(
      '404 not-found',
    );
    expect((await manager.post(`/assignment-requests/${request.id}/withdrawal`, { why: 'Not needed' })).status).toBe(
      204,
    );
    expect((await of(team, ids.site)).assignments[0]?.reasons).toHaveLength(1);
    expect(await codeOf(manager.post(`/assignment-requests/${request.id}/withdrawal`, { why: 'x' }))).toBe('409 over');
    const [kept] = await t.db.sql('select ended_why from assignment_reason where request_id = $1', [request.id]);
    expect(kept).toEqual({ ended_why: 'withdrawn' });
    expect(
      await codeOf(
        team.post('/assignment-requests', {
          courseId: course,
          why: 'w',
          dueOn: null,
          chosen: chosen({ personIds: [ids.site] }),
          expected: 2,
        }),
      ),
    ).toBe('409 preview-changed');
  });

  it('needs a second person beyond a hundred, and reaches exactly whom it said', async () => {
    const many = await t.make.organisation({ name: 'Many' });
    await t.db.sql(
      `with p as (insert into person (id, given_name, family_name, created_at)
         select gen_random_uuid(), 'N' || n, 'Many', $2 from generate_series(1, 101) n returning id)
       insert into engagement (id, person_id, organisation_id, employee_number, job_role, employment_group, starts_on, created_at)
         select gen_random_uuid(), id, $1, id::text, 'Operative', 'site', '2026-01-05', $2 from p`,
      [many, AT],
    );
    expect(await preview(team, { organisationIds: [many] })).toMatchObject({ total: 101, needsSecond: true });
    const request = await ask(team, { organisationIds: [many] }, 101);
    expect(request.state).toBe('waiting');
    const newcomer = await t.make.person();
    await t.make.engagement({ personId: newcomer, organisationId: many });
    const given = () => t.db.sql('select id from assignment_reason where request_id = $1', [request.id]);
    expect(await given()).toHaveLength(0);
    expect(await codeOf(team.post(`/assignment-requests/${request.id}/decision`, { approve: true }))).toBe(
      '403 second-person',
    );
    expect(await codeOf(manager.post(`/assignment-requests/${request.id}/decision`, { approve: true }))).toBe(
      '403 not-allowed',
    );
    expect(await codeOf(second.post(`/assignment-requests/${request.id}/decision`, { approve: false }))).toBe(
      '400 invalid',
    );
    const waiting = ToDecidePage.parse((await second.get('/decisions')).json()).items;
    expect(waiting).toMatchObject([{ kind: 'request', people: 101, mine: false }]);
    // Nobody is given something that is late at once.
    const dueOn = (days: number) =>
      t.db.sql('update assignment_request set due_on = $2 where id = $1', [request.id, addDays(today, days)]);
    await dueOn(-1);
    expect(await codeOf(second.post(`/assignment-requests/${request.id}/decision`, { approve: true }))).toBe(
      '409 too-late',
    );
    await dueOn(30);
    expect((await second.post(`/assignment-requests/${request.id}/decision`, { approve: true })).status).toBe(200);
    expect(await given()).toHaveLength(101);
    expect(await codeOf(second.post(`/assignment-requests/${request.id}/decision`, { approve: true }))).toBe(
      '409 decided',
    );
  });

  it('asks what is valid again when its renewal opens, and shows it to nobody as a task before', async () => {
    const person = await t.make.person();
    await t.make.engagement({ personId: person, organisationId: ids.partner });
    await complete(person, course, addDays(today, -100));
    expect(await preview(team, { personIds: [person] })).toMatchObject({ gaining: 0, valid: 1 });
    await ask(team, { personIds: [person] }, 1);
    const [renewal] = (await of(team, person)).assignments;
    expect(renewal).toMatchObject({ cycle: 2, standing: 'valid', dueOn: renewal?.validUntil });
    expect(String(renewal?.opensOn) > today).toBe(true);
    const own = await t.as(person);
    const first = (await own.get('/my/today')).json<{ due: unknown[]; next: unknown }>();
    expect([first.due, first.next]).toEqual([[], null]);
  });
});

describe('what stands in the way', () => {
  it('extends a due date with a reason, never for oneself or out of sight', async () => {
    const [assignment] = (await of(team, ids.site)).assignments;
    const url = `/assignments/${assignment?.id}/extension`;
    const later = { dueOn: addDays(today, 45), reason: 'Course is full' };
    expect(await codeOf(coordinator.post(url, later))).toBe('404 not-found');
    expect(await codeOf(manager.post(url, { ...later, dueOn: addDays(today, 30) }))).toBe('422 invalid');
    expect((await manager.post(url, later)).status).toBe(204);
    expect((await of(manager, ids.site)).assignments[0]).toMatchObject({
      dueOn: addDays(today, 45),
      extendedTo: addDays(today, 45),
      extensionReason: 'Course is full',
    });
    const own = await t.as(ids.site);
    expect(await codeOf(own.post(url, later))).toBe('403 not-allowed');
  });

  it('waits while somebody is on leave', async () => {
    const page = await of(manager, ids.site);
    const engagement = page.engagements[0]?.id;
    const away = { fromOn: addDays(today, 1), toOn: addDays(today, 100), note: 'Parental' };
    const added = await manager.post(`/engagements/${engagement}/leaves`, away);
    expect(added.status).toBe(201);
    // Leave that was entered since does not count, of the rule's date and of the day to which it was extended.
    expect((await of(manager, ids.site)).assignments[0]?.dueOn).toBe(addDays(today, 145));
    expect(await codeOf(manager.post(`/engagements/${engagement}/leaves`, away))).toBe('409 away-already');
    const url = `/leaves/${added.json<Created>().id}`;
    expect((await manager.put(url, { ...away, toOn: addDays(today, 10) }, { 'if-match': '"1"' })).status).toBe(204);
    expect(await codeOf(manager.put(url, away, { 'if-match': '"1"' }))).toBe('412 changed-meanwhile');
    expect((await of(manager, ids.site)).assignments[0]?.dueOn).toBe(addDays(today, 55));
    expect(await codeOf(coordinator.delete(url))).toBe('404 not-found');
    expect((await team.delete(url)).status).toBe(204);
    expect((await of(manager, ids.site)).leaves).toEqual([]);
  });

  it('exempts once another person has agreed, until it ends by itself or by hand', async () => {
    const asked = await manager.post(`/people/${ids.site}/exemptions`, {
      courseId: course,
      fromOn: today,
      toOn: addDays(today, 60),
      reason: 'Injured hand',
    });
    const { id } = asked.json<Created>();
    expect(asked.status).toBe(201);
    expect(await standing(team, ids.site, course)).toBe('not started');
    expect(await codeOf(manager.post(`/exemptions/${id}/decision`, { approve: true }))).toBe('403 second-person');
    const waiting = ToDecidePage.parse((await second.get('/decisions')).json()).items;
    expect(waiting).toMatchObject([{ kind: 'exemption', person: { name: 'Sam Site', organisationName: 'Costain' } }]);
    expect((await second.post(`/exemptions/${id}/decision`, { approve: true })).status).toBe(204);
    expect(await codeOf(second.post(`/exemptions/${id}/decision`, { approve: true }))).toBe('409 decided');
    expect(await standing(team, ids.site, course)).toBe('exempt');
    expect((await of(manager, ids.site)).exemptions).toMatchObject([
      { current: true, state: 'approved', mayEnd: true },
    ]);
    const again = { courseId: course, fromOn: addDays(today, 60), toOn: addDays(today, 70), reason: 'r' };
    expect(await codeOf(team.post(`/people/${ids.site}/exemptions`, again))).toBe('409 exempt-already');
    expect((await manager.post(`/exemptions/${id}/end`)).status).toBe(204);
    expect(await standing(team, ids.site, course)).toBe('not started');
    expect(await codeOf(manager.post(`/exemptions/${id}/end`))).toBe('409 over');
    // Asked by the People Team, it is for another of them to decide.
    const own = (await team.post(`/people/${ids.site}/exemptions`, { ...again, fromOn: today })).json<Created>();
    expect(await codeOf(team.post(`/exemptions/${own.id}/decision`, { approve: true }))).toBe('403 second-person');
    expect(
      (await second.post(`/exemptions/${own.id}/decision`, { approve: false, note: 'Can be adapted' })).status,
    ).toBe(204);
    expect(await codeOf(team.post(`/people/${ids.teamId}/exemptions`, again))).toBe('403 not-yourself');
  });

  it('shows an employer nothing of what another one asks', async () => {
    await t.make.engagement({ personId: ids.site, organisationId: ids.supplier, startsOn: '2026-02-01' });
    const page = await of(coordinator, ids.site);
    expect([page.assignments, page.exemptions]).toEqual([[], []]);
    expect(page.engagements.map(({ organisationName }) => organisationName)).toEqual(['Kestrel Vane']);
    await ask(coordinator, { personIds: [ids.site] }, 1);
    const [shared] = (await of(coordinator, ids.site)).assignments;
    expect(shared?.reasons).toHaveLength(1);
    expect(shared).toMatchObject({ extendedTo: null, extensionReason: null });
    const told = ({ exemptions }: PersonAssignments) =>
      exemptions.map(({ reason, askedByName, decision }) => [reason, askedByName?.split(' ')[0] ?? null, decision]);
    // That there was one, and when: not why.
    expect(told(await of(coordinator, ids.site))).toEqual([
      [null, null, ''],
      [null, null, ''],
    ]);
    expect(told(await of(manager, ids.site))).toContainEqual(['Injured hand', 'Mia', '']);
    expect(told(await of(team, ids.site)).map(([reason]) => reason)).toEqual(
      expect.arrayContaining(['Injured hand', 'r']),
    );
    expect(
      await codeOf(
        coordinator.post(`/assignments/${shared?.id}/extension`, { dueOn: addDays(today, 90), reason: 'r' }),
      ),
    ).toBe('403 others-ask');
    expect((await of(team, ids.site)).assignments[0]?.reasons).toHaveLength(2);
    // Of the organisation's page a coordinator sees the same, and of another one nothing.
    const ours = OrganisationTotals.parse(
      (await coordinator.get(`/organisations/${ids.supplier}/standing-totals`)).json(),
    );
    expect(ours).toMatchObject({ people: 2, required: 1, exempt: 0, counts: { 'not started': 1 } });
    const rows = OrganisationStanding.parse((await coordinator.get(`/organisations/${ids.supplier}/standing`)).json());
    expect(rows.items.map(({ name, required }) => [name.split(' ')[0], required])).toEqual([
      ['Coll', 0],
      ['Sam', 1],
    ]);
    const elsewhere = await t.make.organisation();
    expect(await codeOf(coordinator.get(`/organisations/${elsewhere}/standing`))).toBe('404 not-found');
    expect(await codeOf(coordinator.get(`/organisations/${elsewhere}/standing-totals`))).toBe('404 not-found');
    expect((await auditor.get(`/people/${ids.site}/assignments`)).json()).toMatchObject({ mayChange: false });
  });
});

describe('what a line manager decides', () => {
  let tree: Record<'top' | 'mid' | 'low' | 'side' | 'gone', { id: string; client: Client }>;
  let wanted: string;
  beforeAll(async () => {
    const someone = async (givenName: string, over: object = {}) => {
      const id = await t.make.person({ givenName });
      await t.make.engagement({ personId: id, organisationId: ids.partner, ...over });
      return { id, client: await t.as(id) };
    };
    const top = await someone('Top');
    const mid = await someone('Mid', { lineManagerId: top.id });
    const low = await someone('Low', { lineManagerId: mid.id });
    const side = await someone('Side', { lineManagerId: top.id });
    await someone('Other', { lineManagerId: side.id });
    const gone = await someone('Gone');
    await t.make.engagement({
      ...{ personId: gone.id, organisationId: ids.supplier, lineManagerId: mid.id },
      ...{ startsOn: '2026-01-05', endsOn: addDays(today, -1) },
    });
    tree = { top, mid, low, side, gone };
    wanted = await published('Slinging', null);
    await t.db.sql('update course set self_enrolment = false where id = $1', [wanted]);
  });
  const asks = async (who: { client: Client }, body: object) => {
    const answer = await who.client.post('/my/requests', body);
    expect(answer.status).toBe(201);
    return answer.json<Created>().id;
  };
  const wish = { kind: 'enrolment', why: 'I will lift beams' };
  const waits = async (client: Client) => {
    const page = ToDecidePage.parse((await client.get('/decisions')).json());
    return {
      waiting: page.waiting,
      whom: page.items.map(({ kind, person }) => `${kind} ${person?.name.split(' ')[0]}`),
    };
  };
  const decide = (client: Client, at: string, approve = true) =>
    codeOf(client.post(`/${at}/decision`, { approve, note: approve ? '' : 'Not this year' }));

  it('is what their own people ask for, whether they report directly or through others', async () => {
    const { top, mid, low, side, gone } = tree;
    const [id, former] = [
      await asks(low, { ...wish, courseId: wanted }),
      await asks(gone, { ...wish, courseId: wanted }),
    ];
    expect(await codeOf(low.client.post('/my/requests', { ...wish, courseId: wanted }))).toBe('409 asked-already');
    for (const { client } of [top, mid]) expect(await waits(client)).toEqual({ waiting: 1, whom: ['enrolment Low'] });
    expect(await waits(team)).toMatchObject({ waiting: 2 });
    for (const client of [side.client, coordinator]) expect(await waits(client)).toEqual({ waiting: 0, whom: [] });
    for (const [client, at, answer] of [
      [side.client, id, '404 not-found'],
      [coordinator, id, '404 not-found'],
      [mid.client, former, '404 not-found'],
      [low.client, id, '403 not-allowed'],
      [auditor, id, '403 not-allowed'],
      [mid.client, uuid(), '404 not-found'],
    ] as const)
      expect(await decide(client, `learner-requests/${at}`)).toBe(answer);
    // Whoever is told is who decides.
    const told = await t.db.sql<{ id: string }>(
      'select decider_id as id from requests_to_decide($1) where thing_id = $2',
      [today, id],
    );
    expect(told.map((one) => one.id).toSorted()).toEqual(
      [
        top.id,
        mid.id,
        ...(await t.db.sql<{ id: string }>(`select people_holding('{people-team}', $1) as id`, [today])).map(
          (one) => one.id,
        ),
      ].toSorted(),
    );
    // Both at once: one of them decides.
    const both = await Promise.all([mid.client, top.client].map((client) => decide(client, `learner-requests/${id}`)));
    expect(both.toSorted()).toEqual([204, '409 decided']);
    expect((await of(mid.client, low.id)).assignments.map(({ title }) => title)).toEqual(['Slinging']);
    expect(MyRequests.parse((await low.client.get('/my/requests')).json()).items).toMatchObject([
      { state: 'approved', decidedByName: expect.stringMatching(/^(Mid|Top)/) },
    ]);
    const [audit] = await t.db.sql<{ detail: object }>(
      `select detail from audit_event where action = 'learner-request.approve' and target_id = $1`,
      [id],
    );
    expect(audit?.detail).toMatchObject({ as: 'line-manager' });
    expect(await t.db.sql(`select name_of_thing('learner request', $1) like 'Low %, Slinging' as named`, [id])).toEqual(
      [{ named: true }],
    );
    expect(await decide(second, `learner-requests/${former}`, false)).toBe(204);
    expect(MyRequests.parse((await gone.client.get('/my/requests')).json()).items).toMatchObject([
      { state: 'refused', decision: 'Not this year' },
    ]);
    await t.drain();
    expect((await gone.client.get('/my/notices')).json<NoticePage>().items).toMatchObject([
      { kind: 'decided', title: 'Slinging', what: 'enrolment refused', link: `/catalogue/${wanted}` },
    ]);
  });

  it('is more time, for the day that was asked for, unless another employer asks for the course too', async () => {
    const { mid, low } = tree;
    await ask(mid.client, { personIds: [low.id] }, 1, other);
    const body = { kind: 'extension', courseId: other, why: 'On nights', dueOn: addDays(today, 50) };
    expect(await codeOf(low.client.post('/my/requests', { ...body, dueOn: addDays(today, 30) }))).toBe('422 invalid');
    const id = await asks(low, body);
    expect(await waits(mid.client)).toEqual({ waiting: 1, whom: ['extension Low'] });
    const elsewhere = await t.make.engagement({ personId: low.id, organisationId: ids.supplier });
    await t.db.sql(
      `update assignment_reason r set engagement_id = $1 from assignment a where a.id = r.assignment_id and a.course_id = $2 and a.person_id = $3`,
      [...[elsewhere, other, low.id]],
    );
    expect(await waits(mid.client)).toEqual({ waiting: 0, whom: [] });
    expect(await decide(mid.client, `learner-requests/${id}`)).toBe('403 people-team-decides');
    expect(await decide(team, `learner-requests/${id}`)).toBe(204);
    const owed = (await of(team, low.id)).assignments.find(({ courseId }) => courseId === other);
    expect(owed).toMatchObject({ dueOn: addDays(today, 50), extensionReason: 'On nights' });
    // Taken back before anybody decides, it waits for nobody.
    const again = await asks(low, { ...body, dueOn: addDays(today, 70) });
    expect((await mid.client.delete(`/my/requests/${again}`)).status).toBe(404);
    expect((await low.client.delete(`/my/requests/${again}`)).status).toBe(204);
    expect(await waits(team)).toEqual({ waiting: 0, whom: [] });
  });

  it('is an exemption that somebody else asked for, from a course that is not mandatory', async () => {
    const { top, mid, side, low } = tree;
    const exempt = async (client: Client, courseId: string) =>
      (
        await client.post(`/people/${low.id}/exemptions`, {
          ...{ courseId, fromOn: today, toOn: addDays(today, 9), reason: 'On loan' },
        })
      ).json<Created>().id;
    const free = await exempt(mid.client, wanted);
    expect(await waits(mid.client)).toEqual({ waiting: 0, whom: [] });
    expect(await decide(mid.client, `exemptions/${free}`)).toBe('403 second-person');
    expect(await decide(side.client, `exemptions/${free}`)).toBe('404 not-found');
    expect(await waits(top.client)).toEqual({ waiting: 1, whom: ['exemption Low'] });
    expect(await decide(top.client, `exemptions/${free}`)).toBe(204);
    expect(await decide(second, `exemptions/${free}`)).toBe('409 decided');
    await t.db.sql('update course set mandatory = true where id = $1', [course]);
    const bound = await exempt(mid.client, course);
    expect(await waits(top.client)).toEqual({ waiting: 0, whom: [] });
    expect(await decide(top.client, `exemptions/${bound}`)).toBe('403 people-team-decides');
    expect((await of(top.client, low.id)).exemptions.map(({ byManagers }) => byManagers).toSorted()).toEqual([
      false,
      true,
    ]);
    expect(await decide(second, `exemptions/${bound}`)).toBe(204);
  });

  it('is in PostgreSQL what it is in the domain, and seen from below what it is from above', async () => {
    for (const kind of ['exemption', 'extension', 'enrolment', 'request'] as const)
      for (const mandatory of [true, false])
        expect(await t.db.sql('select line_manager_decides($1, $2) as by', [kind, mandatory])).toEqual([
          { by: lineManagerDecides(kind, { mandatory }) },
        ]);
    expect(
      await t.db.sql(
        `(select m, p.id from person p, managers_of(p.id, $1) m except select p.id, r from person p, reports_of(p.id, $1) r)
         union all (select p.id, r from person p, reports_of(p.id, $1) r except select m, p.id from person p, managers_of(p.id, $1) m)`,
        [today],
      ),
    ).toEqual([]);
  });
});
