import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogueCourse, type PersonRecord, type Problem, type Today } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const AT = '2026-01-05T09:00:00Z';
let t: TestApp;
let today: string;

beforeAll(async () => {
  t = await testApp();
  today = londonDate(new Date());
}, 60_000);
afterAll(() => t.stop());

let personId: string;
let client: Client;
async function somebody(): Promise<void> {
  personId = await t.make.person();
  client = await t.as(personId);
}

async function course(title: string, { selfEnrolment = true, validityMonths = 12 } = {}): Promise<string> {
  const courseId = await t.make.course({ title });
  await t.db.sql('update course set self_enrolment = $2 where id = $1', [courseId, selfEnrolment]);
  const version = await t.make.courseVersion({ courseId, validityMonths });
  await t.db.sql(
    `insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256, media_type)
     values ($1, $2, $1, 1, 'document', 'Read', 'x', 'text/plain')`,
    [uuid(), version],
  );
  await t.make.publish(version);
  return courseId;
}
const enrol = (id: string) => client.put(`/catalogue/${id}/enrolment`, {});
const withdraw = (id: string) => client.delete(`/catalogue/${id}/enrolment`);
const view = async (id: string) => CatalogueCourse.parse((await client.get(`/catalogue/${id}`)).json());
const standing = async (id: string) =>
  (await client.get('/my/record')).json<PersonRecord>().courses.find((c) => c.courseId === id)?.standing;
const complete = async (id: string, on: string, until: string) =>
  t.db.sql(
    `select append_completion($1, $2, (select id from course_version where course_id = $2 and state = 'published'), $3, $4, 'manual', $5, '{}', $6)`,
    [personId, id, on, until, uuid(), `${on}T12:00:00Z`],
  );

/** What a path asks of the person, beside or without their own wish. */
async function askedByPath(courseId: string): Promise<void> {
  const organisationId = await t.make.organisation();
  const engagementId = await t.make.engagement({ personId, organisationId });
  const [path, version, stage, step, enrolment] = [uuid(), uuid(), uuid(), uuid(), uuid()];
  await t.db.sql(
    `insert into learning_path (id, code, title, kind, created_at) values ($1::uuid, left(md5($1::text), 12), 'Site operative', 'onboarding', $2)`,
    [path, AT],
  );
  await t.db.sql(`insert into path_version (id, path_id, number, created_at) values ($1, $2, 1, $3)`, [
    version,
    path,
    AT,
  ]);
  await t.db.sql(
    `insert into path_stage (id, path_version_id, position, title, day_offset) values ($1, $2, 1, 's', 0)`,
    [stage, version],
  );
  await t.db.sql(`insert into path_step (id, stage_id, position, course_id) values ($1, $2, 1, $3)`, [
    step,
    stage,
    courseId,
  ]);
  await t.db.sql(
    `insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at)
     values ($1, $2, $3, $4, $5, '2026-01-05', '2026-01-05', '2026-01-05', $6)`,
    [enrolment, personId, engagementId, path, version, AT],
  );
  await t.db.sql(
    `insert into assignment (id, person_id, course_id, created_at)
     select $1, $2, $3, $4 where not exists (select from assignment where person_id = $2 and course_id = $3 and state = 'open')`,
    [uuid(), personId, courseId, AT],
  );
  await t.db.sql(
    `insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, path_step_id, due_on, since)
     select $1, a.id, 'path', $2, $3, $4, $5 from assignment a where a.person_id = $6 and a.course_id = $7 and a.state = 'open'`,
    [uuid(), enrolment, step, addDays(today, 5), AT, personId, courseId],
  );
}

describe('enrolling by one’s own wish', () => {
  it('makes an assignment without a due date, once, that can be begun at once', async () => {
    await somebody();
    const id = await course('Lean and HELMA');
    expect(await view(id)).toMatchObject({
      mine: false,
      mayEnrol: true,
      mayWithdraw: false,
      standing: null,
      reasons: [],
    });
    expect([(await enrol(id)).status, (await enrol(id)).status]).toEqual([204, 204]);
    expect(await view(id)).toMatchObject({
      mine: true,
      mayEnrol: false,
      mayWithdraw: true,
      standing: 'not started',
      dueOn: null,
      reasons: [{ kind: 'self', pathTitle: null }],
    });
    const rows = await t.db.sql('select state, due_on, cycle from assignment where person_id = $1', [personId]);
    expect(rows).toEqual([{ state: 'open', due_on: null, cycle: 1 }]);
    expect((await client.get('/my/today')).json<Today>().next).toMatchObject({ courseId: id, dueOn: null });
    expect((await client.get(`/my/courses/${id}`)).status).toBe(200);
    const audit = await t.db.sql('select action from audit_event where target_id = $1', [id]);
    expect(audit).toEqual([{ action: 'course.enrol' }]);
  });

  it('pressed twice at the same moment is once', async () => {
    await somebody();
    const id = await course('Twice at once');
    const answers = await Promise.all([enrol(id), enrol(id), enrol(id)]);
    expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204]);
    expect(
      await t.db.sql(
        'select from assignment_reason r join assignment a on a.id = r.assignment_id where a.person_id = $1',
        [personId],
      ),
    ).toHaveLength(1);
  });

  it('is taken back, and begun again in a new cycle', async () => {
    await somebody();
    const id = await course('Changing one’s mind');
    expect((await withdraw(id)).status).toBe(404);
    await enrol(id);
    expect((await withdraw(id)).status).toBe(204);
    expect(await view(id)).toMatchObject({ mine: false, mayEnrol: true, mayWithdraw: false, standing: 'not required' });
    expect((await client.get('/my/today')).json<Today>().next).toBeNull();
    // Its page in the catalogue is still there; the player is not, by whatever address.
    const outline = () => client.get(`/my/courses/${id}`);
    expect([(await outline()).status, (await outline()).json<Problem>().code]).toEqual([409, 'withdrawn']);
    const [activity] = await t.db.sql<{ id: string }>(
      'select a.id from activity a join course_version v on v.id = a.course_version_id where v.course_id = $1',
      [id],
    );
    const open = () => client.post(`/my/activities/${activity?.id}/open`);
    expect((await open()).json<Problem>().code).toBe('withdrawn');
    expect(await t.db.sql('select from attempt where person_id = $1', [personId])).toEqual([]);
    await enrol(id);
    expect([(await outline()).status, (await open()).status]).toEqual([200, 200]);
    const rows = await t.db.sql('select cycle, state, closed_why from assignment where person_id = $1 order by cycle', [
      personId,
    ]);
    expect(rows).toEqual([
      { cycle: 1, state: 'closed', closed_why: 'withdrawn' },
      { cycle: 2, state: 'open', closed_why: null },
    ]);
  });

  it('is not for every course', async () => {
    await somebody();
    const answer = await enrol(await course('By nomination only', { selfEnrolment: false }));
    expect([answer.status, answer.json<Problem>().code]).toEqual([403, 'not-self-enrolled']);
    expect((await enrol(uuid())).status).toBe(404);
  });

  it('is not needed where a path asks, and cannot be taken back while one does', async () => {
    await somebody();
    const [given, both] = [await course('Given'), await course('Both')];
    await askedByPath(given);
    const answer = await enrol(given);
    expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'already-yours']);
    await enrol(both);
    await askedByPath(both);
    expect(await view(both)).toMatchObject({
      mayWithdraw: false,
      reasons: [
        { kind: 'path', pathTitle: 'Site operative' },
        { kind: 'self', pathTitle: null },
      ],
    });
    const held = await withdraw(both);
    expect([held.status, held.json<Problem>().code]).toEqual([409, 'asked-of-you']);
    expect(await standing(both)).toBe('not started');
  });

  it('asks nothing more once it is done: it does not come back when it expires', async () => {
    await somebody();
    const [own, asked] = [await course('Own'), await course('Asked')];
    await enrol(own);
    await askedByPath(asked);
    for (const id of [own, asked]) await complete(id, addDays(today, -400), addDays(today, -36));
    // Recorded while it still counted, looked at after it has ended.
    const closed = await t.db.sql<{ closed_why: string }>(
      `select a.closed_why from assignment a join course c on c.id = a.course_id
       where a.person_id = $1 and a.state = 'closed' order by c.title`,
      [personId],
    );
    expect(closed).toEqual([{ closed_why: 'completed' }, { closed_why: 'completed-own-wish' }]);
    expect([await standing(own), await standing(asked)]).toEqual(['not required', 'expired']);
    expect(await view(own)).toMatchObject({ mine: true, mayEnrol: true });
    expect((await enrol(own)).status).toBe(204);
  });

  it('waits while the course counts, until it can be renewed', async () => {
    await somebody();
    const id = await course('Still good');
    await complete(id, addDays(today, -10), addDays(today, 355));
    const answer = await enrol(id);
    expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'already-valid']);
    expect((await view(id)).mayEnrol).toBe(false);
    const soon = await course('Ends soon');
    await complete(soon, addDays(today, -350), addDays(today, 15));
    expect((await view(soon)).mayEnrol).toBe(true);
    expect((await enrol(soon)).status).toBe(204);
  });
});
