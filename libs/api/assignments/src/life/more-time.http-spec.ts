import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MergePreview, Why } from '@lms/contracts';
import { addDays } from '@lms/domain';
import type { Client, TestApp } from '../../../../../test/http/test-app.js';
import { all, at, type RuleDesk, ruleDesk, SITE, today } from '../rules/testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let course: string;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, course } = desk.given);
}, 60_000);
afterAll(() => t.stop());

interface Owed {
  id: string;
  due: string;
}
const owed = async (personId: string) => {
  const rows = await t.db.sql<Owed>(
    `select id, due_on::text as due from assignment where person_id = $1 and course_id = $2 and state = 'open'`,
    [personId, course],
  );
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const moreTime = async (personId: string, days: number) => {
  const body = { dueOn: addDays(today, days), reason: 'The next course is full' };
  expect((await adviser.post(`/assignments/${(await owed(personId)).id}/extension`, body)).status).toBe(204);
};
const away = async (engagementId: string, from: number, to: number) => {
  const body = { fromOn: addDays(today, from), toOn: addDays(today, to), note: '' };
  expect((await adviser.post(`/engagements/${engagementId}/leaves`, body)).status).toBe(201);
};
const why = async (personId: string) =>
  (await adviser.get(`/people/${personId}/courses/${course}/why`)).json<Why>().extension;
const merged = async (keepId: string, mergeId: string): Promise<string> => {
  const { digest } = (await adviser.post('/merges/preview', { keepId, mergeId })).json<MergePreview>();
  const answer = await adviser.post('/merges', { keepId, mergeId, digest });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  await t.drain();
  return answer.json<{ id: string }>().id;
};
const asked = async (organisationId: string) =>
  desk.applied(await desk.draft(`Asked at ${organisationId}`, all(at(organisationId), SITE)));

describe('more time that was given', () => {
  it('goes on as it was, with its reason and the leave since, when a completion is taken back', async () => {
    const organisationId = await t.make.organisation();
    await asked(organisationId);
    const { personId, engagementId } = await desk.engaged(organisationId);
    await moreTime(personId, 40);
    await away(engagementId, 5, 24);
    const before = { due: (await owed(personId)).due, why: await why(personId) };
    expect(before).toEqual({
      due: addDays(today, 60),
      why: { toOn: addDays(today, 40), reason: 'The next course is full' },
    });
    await desk.complete(personId, course, today, addDays(today, 700));
    await t.drain();
    const back = await adviser.post(`/people/${personId}/completions/1/take-back`, { reasonCode: 'wrong-person' });
    expect(back.status).toBe(200);
    await t.drain();
    expect({ due: (await owed(personId)).due, why: await why(personId) }).toEqual(before);
    await desk.expectExplained();
  });

  it('goes on when the entry that it was given to joins another, and what is given then stays when they are two again', async () => {
    const organisationId = await t.make.organisation();
    await asked(organisationId);
    const one = await desk.engaged(organisationId);
    const other = await desk.engaged(organisationId);
    await moreTime(other.personId, 40);
    for (const { engagementId } of [one, other]) await away(engagementId, 5, 24);
    expect([(await owed(one.personId)).due, (await owed(other.personId)).due]).toEqual([
      addDays(today, 34),
      addDays(today, 60),
    ]);
    const merge = await merged(one.personId, other.personId);
    expect((await owed(one.personId)).due).toBe(addDays(today, 60));
    expect(await why(one.personId)).toMatchObject({ toOn: addDays(today, 40) });
    await moreTime(one.personId, 90);
    expect((await owed(one.personId)).due).toBe(addDays(today, 90));
    expect((await adviser.post(`/merges/${merge}/undo`)).status).toBe(204);
    await t.drain();
    expect([(await owed(one.personId)).due, (await owed(other.personId)).due]).toEqual([
      addDays(today, 90),
      addDays(today, 60),
    ]);
    await desk.expectExplained();
  });
});
