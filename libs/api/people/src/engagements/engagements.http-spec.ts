import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, Engagement, Problem } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { type Answer, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const TODAY = londonDate(new Date());
let t: TestApp;
let team: Client;
let costain: string;
let number = 0;

beforeAll(async () => {
  t = await testApp();
  const adviser = await t.make.person();
  await t.make.grant({ personId: adviser, role: 'people-team' });
  team = await t.as(adviser);
  costain = await t.make.organisation({ kind: 'partner', name: 'Costain' });
});
afterAll(() => t.stop());

const body = (changes: Record<string, unknown> = {}) => ({
  organisationId: costain,
  employeeNumber: `N${(number += 1)}`,
  jobRole: 'Engineer',
  employmentGroup: 'site',
  startsOn: '2026-01-05',
  ...changes,
});
const person = (givenName: string) => t.make.person({ givenName, familyName: 'Test' });
const add = (personId: string, changes?: Record<string, unknown>) =>
  team.post(`/people/${personId}/engagements`, body(changes));
const save = (id: string, changes: Record<string, unknown>, version = 1) =>
  team.put(`/engagements/${id}`, body(changes), { 'if-match': `"${version}"` });
const problem = (answer: Answer) => [answer.status, answer.json<Problem>().fields];

describe('an engagement', () => {
  it('is saved by whoever saw its newest state, and every change is told', async () => {
    const personId = await person('Ada');
    const { id } = (await add(personId)).json<Created>();
    const saved = await save(id, { jobRole: 'Foreman', endsOn: '2026-12-31' });
    expect([saved.status, saved.headers['etag']]).toEqual([200, '"2"']);
    expect(saved.json<Engagement>()).toMatchObject({ jobRole: 'Foreman', endsOn: '2026-12-31', version: 2 });
    expect((await save(id, {})).status).toBe(412);
    const events = await t.db.sql(
      `select payload from outbox_event where type = 'engagement.saved' and person_id = $1`,
      [personId],
    );
    expect(events).toEqual([{ payload: { engagementId: id, personId } }, { payload: { engagementId: id, personId } }]);
  });

  it('names who has the employee number, and does not give it away again', async () => {
    const [ada, ben] = [await person('Ada'), await person('Ben')];
    await add(ada, { employeeNumber: 'C-1', endsOn: '2026-02-01' });
    const sentence = async (id: string) => problem(await add(id, { employeeNumber: 'c-1' }));
    expect(await sentence(ben)).toEqual([
      422,
      [{ path: 'employeeNumber', message: 'Ada Test has this number in the organisation already.' }],
    ]);
    expect(JSON.stringify(await sentence(ada))).toContain('Another engagement of this person');
    const elsewhere = await t.make.organisation();
    expect((await add(ben, { employeeNumber: 'C-1', organisationId: elsewhere })).status).toBe(201);
  });

  it('gives one number once, also to two people at the same moment', async () => {
    const people = await Promise.all(['A', 'B', 'C', 'D'].map(person));
    const answers = await Promise.all(people.map((id) => add(id, { employeeNumber: 'RACE' })));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 422, 422, 422]);
  });

  it('stays with its employer once it has begun', async () => {
    const other = await t.make.organisation();
    const begun = (await add(await person('Ada'))).json<Created>();
    expect(problem(await save(begun.id, { organisationId: other }))).toMatchObject([422, [{ path: 'organisationId' }]]);
    const planned = (await add(await person('Ben'), { startsOn: addDays(TODAY, 5) })).json<Created>();
    expect((await save(planned.id, { organisationId: other, startsOn: addDays(TODAY, 5) })).status).toBe(200);
  });

  it('says everything that is wrong at once', async () => {
    const me = await person('Ada');
    const nobody = '01900000-0000-7000-8000-000000000000';
    const answer = await add(me, { organisationId: nobody, schemeIds: [nobody], lineManagerId: me });
    expect(answer.json<Problem>().fields?.map((f) => f.path)).toEqual(['organisationId', 'schemeIds', 'lineManagerId']);
    expect((await add(nobody)).status).toBe(404);
    expect((await save(nobody, {})).status).toBe(404);
  });
});

describe('a line manager', () => {
  it('is engaged now or will be, but may stay on after having left', async () => {
    const [worker, gone] = [await person('Ada'), await person('Gone')];
    const goneFrom = (await add(gone)).json<Created>().id;
    const { id } = (await add(worker, { lineManagerId: gone })).json<Created>();
    await save(goneFrom, { endsOn: addDays(TODAY, -1) });
    expect((await save(id, { lineManagerId: gone, jobRole: 'Foreman' })).status).toBe(200);
    expect(problem(await add(await person('Ben'), { lineManagerId: gone }))).toMatchObject([
      422,
      [{ path: 'lineManagerId' }],
    ]);
  });

  it('is never below the person, and the sentence goes round the circle', async () => {
    const [top, middle, low] = [await person('Top'), await person('Middle'), await person('Low')];
    const { id } = (await add(top)).json<Created>();
    await add(middle, { lineManagerId: top });
    await add(low, { lineManagerId: middle });
    expect(problem(await save(id, { lineManagerId: low }))).toEqual([
      422,
      [
        {
          path: 'lineManagerId',
          message: 'Top Test would report to Low Test, who reports to Middle Test, who reports to Top Test.',
        },
      ],
    ]);
  });

  it('does not become a circle by two saves at the same moment', async () => {
    const [a, b] = [await person('A'), await person('B')];
    const [ofA, ofB] = [(await add(a)).json<Created>().id, (await add(b)).json<Created>().id];
    const answers = await Promise.all([save(ofA, { lineManagerId: b }), save(ofB, { lineManagerId: a })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });
});
