import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@lms/domain';
import { Client as Pg } from 'pg';
import type { TestApp } from '../../../../../../test/http/test-app.js';
import { at, type RuleDesk, ruleDesk, today } from '../testing/rule-desk.test.js';
import { explainAll } from './explain-all.js';

let desk: RuleDesk;
let t: TestApp;
let owner: Pg;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t } = desk.given);
  owner = new Pg({ connectionString: t.db.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await t.stop();
});

/** What is found while something is changed behind the product's back. */
async function tampered(sql: string, values: unknown[]): Promise<string[]> {
  await owner.query('begin');
  await owner.query(sql, values);
  const { named } = await explainAll(owner);
  await owner.query('rollback');
  return named.map(({ person, rule, why }) => `${person} ${rule ? rule.name : 'reasons'}: ${why}`);
}

describe('explaining everything that is owed', () => {
  it('reproduces what rules and people asked for, through leave, more time and renewals', async () => {
    const { adviser, course, other } = desk.given;
    const organisationId = await t.make.organisation();
    const [plain, away, renews] = [
      await desk.engaged(organisationId),
      await desk.engaged(organisationId),
      await desk.engaged(organisationId),
    ];
    await desk.applied(await desk.draft('All of them', at(organisationId)));
    await desk.complete(renews.personId, course, addDays(today, -10), addDays(today, 300));
    await adviser.post('/assignment-requests', {
      ...{ courseId: other, why: 'Asked', chosen: { personIds: [plain.personId, away.personId] }, expected: 2 },
      dueOn: addDays(today, 30),
    });
    const owed = await t.db.sql<{ id: string; person: string }>(
      'select id, person_id as person from assignment where course_id = $1',
      [course],
    );
    const of = (personId: string) => owed.find(({ person }) => person === personId)!.id;
    const more = { dueOn: addDays(today, 25), reason: 'The session is full' };
    expect((await adviser.post(`/assignments/${of(away.personId)}/extension`, more)).status).toBe(204);
    const leave = { fromOn: addDays(today, 3), toOn: addDays(today, 40), note: '' };
    expect((await adviser.post(`/engagements/${away.engagementId}/leaves`, leave)).status).toBe(201);
    expect(await explainAll(owner)).toEqual({ reasons: 3, assignments: 5, faults: 0, named: [] });

    const one = `where person_id = $1 and course_id = $2 and state = 'open'`;
    const reasons = `where assignment_id in (select id from assignment ${one})`;
    const said = (personId: string, why: string) => [`${personId} reasons: ${why}`];
    for (const { personId } of [plain, away, renews]) {
      const values = [personId, course];
      expect(await tampered(`update assignment set due_on = due_on + 1 ${one}`, values)).toEqual(
        said(personId, 'due date'),
      );
      expect(await tampered(`update assignment_reason set due_on = due_on + 1 ${reasons}`, values)).toEqual(
        said(personId, 'reason’s date'),
      );
      expect(
        await tampered(`update assignment_reason set ended_at = since, ended_why = 'rule-ended' ${reasons}`, values),
      ).toEqual(said(personId, 'no reason left'));
    }
    expect(await tampered('update assignment set extended_to = null where id = $1', [of(away.personId)])).toEqual(
      said(away.personId, 'due date'),
    );
    const forgotten = 'update leave_of_absence set withdrawn_at = entered_at where engagement_id = $1';
    expect(await tampered(forgotten, [away.engagementId])).toHaveLength(2);
  });
});
