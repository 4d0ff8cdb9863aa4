import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssignmentRequest, PersonAssignments, type PersonRecord, type Today } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { testApp, type TestApp } from '../../../../../test/http/test-app.js';

/** A course that comes again, over simulated years, through the API alone and without a single job. */
describe('years', () => {
  let t: TestApp;
  const people = { team: '', learner: '' };
  let course: string;
  let activity: string;

  beforeAll(async () => {
    t = await testApp({ WAYMARK_TEST_CLOCK: '1' });
    const organisationId = await t.make.organisation();
    people.team = await t.make.person();
    people.learner = await t.make.person({ givenName: 'Aisha' });
    for (const personId of Object.values(people)) await t.make.engagement({ personId, organisationId });
    await t.make.grant({ personId: people.team, role: 'people-team' });
    course = await t.make.course({ title: 'Incursions' });
    const version = await t.make.courseVersion({ courseId: course, validityMonths: 12 });
    const refresher = await t.make.course({ title: 'Incursions again' });
    await t.make.publish(await t.make.courseVersion({ courseId: refresher }));
    await t.db.sql('update course_version set refresher_course_id = $2 where id = $1', [version, refresher]);
    activity = uuid();
    await t.db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Talk')`,
      [activity, version],
    );
    await t.make.publish(version);
    for (const [name, id] of Object.entries(people)) await t.account(id, name);
  });
  afterAll(() => t.stop());

  /** Tokens end by the clock that moved, so everybody signs in again. */
  const clients = async () => {
    const of = async (name: string) => {
      const body = { name, password: 'a long enough password' };
      const { accessToken } = (await t.anonymous.post('/auth/token', body)).json<{ accessToken: string }>();
      const headers = { authorization: `Bearer ${accessToken}` };
      return {
        get: async <T>(url: string) => (await t.anonymous.get(url, headers)).json<T>(),
        post: async (url: string, given: unknown) => t.anonymous.post(url, given, headers),
      };
    };
    return { team: await of('team'), learner: await of('learner') };
  };
  const seen = async (day: string) => {
    await t.goTo(day);
    const { team, learner } = await clients();
    const today = await learner.get<Today>('/my/today');
    const record = await learner.get<PersonRecord>('/my/record');
    const owed = PersonAssignments.parse(await team.get(`/people/${people.learner}/assignments`)).assignments;
    return [
      today.today,
      record.courses[0]?.standing,
      today.due.length,
      owed.map(({ cycle, dueOn, opensOn }) => `${cycle}: ${opensOn} to ${dueOn}`).join(),
      // What renews it, once there is something to renew.
      ...today.due.flatMap(({ renewal }) => (renewal ? [`${renewal.refresher.title}: ${renewal.needs}`] : [])),
    ];
  };
  const complete = async (completedOn: string) => {
    const { team } = await clients();
    const answer = await team.post(`/activities/${activity}/in-person`, { personIds: [people.learner], completedOn });
    expect(answer.json()).toMatchObject({ recorded: 1 });
  };

  it('go by: opened, renewed early, lapsed, and over a leap day, with nothing to do in between', async () => {
    await t.goTo('2027-02-01');
    const { team } = await clients();
    const chosen = { personIds: [people.learner] };
    const asked = await team.post('/assignment-requests', {
      courseId: course,
      why: 'Nights',
      dueOn: '2027-03-01',
      chosen,
      expected: 1,
    });
    expect(AssignmentRequest.parse(asked.json()).state).toBe('given');
    expect(await seen('2027-02-28')).toEqual(['2027-02-28', 'not started', 1, '1: 2027-02-01 to 2027-03-01']);
    await complete('2027-02-28');
    expect(await seen('2027-03-02')).toEqual(['2027-03-02', 'valid', 0, '2: 2028-01-28 to 2028-02-27']);
    expect(await seen('2028-01-27')).toEqual(['2028-01-27', 'valid', 0, '2: 2028-01-28 to 2028-02-27']);
    expect(await seen('2028-01-28')).toEqual([
      '2028-01-28',
      'expiring',
      1,
      '2: 2028-01-28 to 2028-02-27',
      'Incursions again: refresher',
    ]);
    // Four weeks early: the next one ends a year after this one would have.
    await complete('2028-01-28');
    expect(await seen('2028-02-28')).toEqual(['2028-02-28', 'valid', 0, '3: 2029-01-28 to 2029-02-27']);
    // In summer time the day begins an hour before it does in UTC, and it is the right one.
    expect((await seen('2028-07-01'))[0]).toBe('2028-07-01');
    expect(await seen('2029-02-28')).toEqual([
      '2029-02-28',
      'expired',
      1,
      '3: 2029-01-28 to 2029-02-27',
      'Incursions again: full',
    ]);
    await complete('2029-02-28');
    expect(await seen('2029-03-01')).toEqual(['2029-03-01', 'valid', 0, '4: 2030-01-28 to 2030-02-27']);
  });
});
