import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Today } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let today: string;
let personId: string;
let client: Client;
beforeAll(async () => {
  t = await testApp();
  today = londonDate(new Date());
  personId = await t.make.person();
  client = await t.as(personId);
}, 60_000);
afterAll(() => t.stop());

async function course(title: string): Promise<string> {
  const courseId = await t.make.course({ title });
  const version = await t.make.courseVersion({ courseId, validityMonths: 12 });
  await t.db.sql(
    `insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256, media_type)
     values ($1, $2, $1, 1, 'document', 'Read', 'x', 'text/plain')`,
    [uuid(), version],
  );
  await t.make.publish(version);
  return courseId;
}
const valid = (courseId: string, until: string) =>
  t.db.sql(
    `select append_completion($1, $2, (select id from course_version where course_id = $2), $3, $4, 'manual', $5, '{}', $6)`,
    [personId, courseId, addDays(today, -350), until, uuid(), `${addDays(today, -350)}T12:00:00Z`],
  );
const view = async () => (await client.get('/my/today')).json<Today>();

it('offers what is about to end also where nobody asks for it, after what is asked', async () => {
  const [held, later] = [await course('Held'), await course('Held for long')];
  await valid(held, today);
  await valid(later, addDays(today, 200));
  const alone = await view();
  expect(alone.next).toMatchObject({ courseId: held, standing: 'expiring', required: false, validUntil: today });
  expect(alone.due.map(({ courseId }) => courseId)).toEqual([held]);
  expect(alone.counts).toMatchObject({ expiring: 1, valid: 1 });

  const asked = await course('Asked');
  await t.db.sql('update course set self_enrolment = true where id = $1', [asked]);
  await client.put(`/catalogue/${asked}/enrolment`, {});
  const both = await view();
  expect(both.next?.courseId).toBe(asked);
  expect(both.due.map(({ courseId }) => courseId)).toEqual([asked, held]);
});
