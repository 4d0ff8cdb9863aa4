import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RuleEndPreview } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import type { Client, TestApp } from '../../../../../test/http/test-app.js';
import { AFTER_14, at, type RuleDesk, ruleDesk, today } from '../rules/testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let course: string;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, course } = desk.given);
}, 60_000);
afterAll(() => t.stop());

const ONCE = { recurrence: { kind: 'once' } };
const owed = (personId: string) =>
  t.db.sql<{ due: string; reasons: string[] }>(
    `select a.due_on::text as due, array(select r.kind || ' ' || r.due_on from assignment_reason r
       where r.assignment_id = a.id and r.ended_at is null order by 1) as reasons
     from assignment a where a.person_id = $1 and a.course_id = $2 and a.state = 'open'`,
    [personId, course],
  );
const takenBack = async (personId: string) => {
  const back = await adviser.post(`/people/${personId}/completions/1/take-back`, { reasonCode: 'wrong-person' });
  expect([back.status, back.body]).toEqual([200, expect.anything()]);
  await t.drain();
};

const ended = async (ruleId: string) => {
  const { digest } = (await adviser.get(`/rules/${ruleId}/end`)).json<RuleEndPreview>();
  expect((await adviser.post(`/rules/${ruleId}/end`, { reason: 'Over', digest })).status).toBe(200);
  await desk.runs();
  await t.drain();
};

describe('a completion that is taken back', () => {
  it('is owed again by a rule that asks once too, when others asked again meanwhile and do so no longer', async () => {
    const organisationId = await t.make.organisation();
    const again = await desk.draft('Again', at(organisationId), { due: { ...AFTER_14, days: 30 } });
    await desk.applied(again);
    await desk.applied(await desk.draft('Once', at(organisationId), ONCE));
    const { personId } = await desk.engaged(organisationId);
    const [due, later] = [addDays(today, 14), addDays(today, 30)];
    const before = [{ due, reasons: [`rule ${due}`, `rule ${later}`] }];
    expect(await owed(personId)).toEqual(before);
    await desk.complete(personId, course, today, addDays(today, 700));
    await takenBack(personId);
    expect(await owed(personId)).toEqual(before);
    await ended(again.ruleId);
    expect(await owed(personId)).toEqual([{ due, reasons: [`rule ${due}`] }]);
    await desk.expectExplained();
  });

  it('is owed again by a rule that asks once, also when nobody has asked for the next time any more', async () => {
    const organisationId = await t.make.organisation();
    const again = await desk.draft('Again for a while', at(organisationId), { due: { ...AFTER_14, days: 30 } });
    await desk.applied(again);
    await desk.applied(await desk.draft('Once for good', at(organisationId), ONCE));
    const { personId } = await desk.engaged(organisationId);
    await desk.complete(personId, course, today, addDays(today, 700));
    await ended(again.ruleId);
    expect(await owed(personId)).toEqual([]);
    await takenBack(personId);
    const due = addDays(today, 14);
    expect(await owed(personId)).toEqual([{ due, reasons: [`rule ${due}`] }]);
    await desk.complete(personId, course, today, addDays(today, 700));
    await t.drain();
    expect(await owed(personId)).toEqual([]);
    await desk.expectExplained();
  });

  it('is owed again by each that asked once, also what was asked while it was valid', async () => {
    const organisationId = await t.make.organisation();
    const again = await desk.draft('Again, then not', at(organisationId));
    await desk.applied(again);
    await desk.applied(await desk.draft('Once before', at(organisationId), ONCE));
    const { personId } = await desk.engaged(organisationId);
    await desk.complete(personId, course, today, addDays(today, 700));
    await ended(again.ruleId);
    await desk.applied(await desk.draft('Once after', at(organisationId), { ...ONCE, due: { ...AFTER_14, days: 20 } }));
    expect(await owed(personId)).toEqual([]);
    await takenBack(personId);
    const due = addDays(today, 14);
    expect(await owed(personId)).toEqual([{ due, reasons: [`rule ${due}`, `rule ${addDays(today, 20)}`] }]);
    await desk.expectExplained();
  });

  it('leaves the date of what was asked for after it had run out', async () => {
    const organisationId = await t.make.organisation();
    await desk.applied(await desk.draft('Once, long ago', at(organisationId), ONCE));
    const { personId } = await desk.engaged(organisationId);
    const done = `select append_completion($1, $2, (select id from course_version where course_id = $2), $3, $4, 'import', $5, '{}', $6)`;
    const on = addDays(today, -90);
    await t.db.sql(done, [personId, course, on, addDays(today, -60), uuid(), `${on}T12:00:00Z`]);
    await t.drain();
    expect(await owed(personId)).toEqual([]);
    const [due, later] = [addDays(today, 14), addDays(today, 40)];
    const body = { courseId: course, why: 'It ran out', dueOn: later, chosen: { personIds: [personId] }, expected: 1 };
    expect((await adviser.post('/assignment-requests', body)).status).toBe(201);
    await t.drain();
    expect(await owed(personId)).toEqual([{ due: later, reasons: [`person ${later}`] }]);
    await takenBack(personId);
    expect(await owed(personId)).toEqual([{ due, reasons: [`person ${later}`, `rule ${due}`] }]);
    await desk.expectExplained();
  });
});
