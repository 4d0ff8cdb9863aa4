import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonPage } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const TODAY = londonDate(new Date());
let t: TestApp;
let team: Client;
let costain: string;
let wsp: string;

const found = async (query: string) =>
  (await team.get(`/people?limit=100&${query}`))
    .json<PersonPage>()
    .items.map((p) => `${p.name}, ${p.organisationName}, ${p.status}`);

beforeAll(async () => {
  t = await testApp();
  const adviser = await t.make.person({ givenName: 'Zoe', familyName: 'Adviser' });
  await t.make.grant({ personId: adviser, role: 'people-team' });
  team = await t.as(adviser);
  costain = await t.make.organisation({ kind: 'partner', name: 'Costain' });
  wsp = await t.make.organisation({ kind: 'partner', name: 'WSP' });
  const near = await t.make.scheme({ code: 'NEAR', name: 'NEAR' });
  const person = (familyName: string) => t.make.person({ givenName: 'Ann', familyName });
  const [mover, starter, leaver, both] = [
    await person('Mover'),
    await person('Starter'),
    await person('Leaver'),
    await person('Both'),
  ];
  const former = { startsOn: '2020-01-01', endsOn: '2021-01-01' };
  await t.make.engagement({ personId: mover, organisationId: costain, ...former });
  await t.make.engagement({ personId: mover, organisationId: wsp, schemeIds: [near] });
  await t.make.engagement({ personId: starter, organisationId: costain, startsOn: addDays(TODAY, 3) });
  await t.make.engagement({ personId: leaver, organisationId: costain, ...former });
  await t.make.engagement({ personId: both, organisationId: wsp, employmentGroup: 'office' });
  await t.make.engagement({ personId: both, organisationId: costain, startsOn: addDays(TODAY, 9) });
  await t.db.sql(`update person set known_as = 'Nan 50%' where id = $1`, [both]);
  await t.db.sql(`update engagement set employee_number = 'CST-77' where person_id = $1`, [leaver]);
});
afterAll(() => t.stop());

describe('the list of people', () => {
  it('shows each person once, with the engagement that counts, by family name', async () => {
    expect(await found('')).toEqual([
      'Zoe Adviser, null, left',
      'Ann Both, WSP, current',
      'Ann Leaver, Costain, left',
      'Ann Mover, WSP, current',
      'Ann Starter, Costain, planned',
    ]);
  });

  it('finds nobody under an employer whom they left for another', async () => {
    expect(await found(`organisationId=${costain}`)).toEqual([
      'Ann Both, Costain, planned',
      'Ann Leaver, Costain, left',
      'Ann Starter, Costain, planned',
    ]);
  });

  it('looks for everything in one and the same engagement', async () => {
    expect(await found(`organisationId=${costain}&status=planned`)).toHaveLength(2);
    expect(await found(`organisationId=${costain}&status=current`)).toEqual([]);
    expect(await found(`organisationId=${costain}&group=office`)).toEqual([]);
    expect(await found('group=office')).toEqual(['Ann Both, WSP, current']);
    expect(await found('status=left')).toEqual(['Zoe Adviser, null, left', 'Ann Leaver, Costain, left']);
  });

  it('finds by scheme', async () => {
    const { items } = (await team.get('/schemes')).json<{ items: { id: string; name: string; people: number }[] }>();
    expect(items).toMatchObject([{ name: 'NEAR', people: 1 }]);
    expect(await found(`schemeId=${items[0]?.id}`)).toEqual(['Ann Mover, WSP, current']);
  });

  it('finds by every word, in any part of the name or the employee number', async () => {
    expect(await found('q=ANN%20mov')).toEqual(['Ann Mover, WSP, current']);
    expect(await found('q=mov%20starter')).toEqual([]);
    expect(await found('q=50%25%20both')).toEqual(['Ann Both, WSP, current']);
    expect(await found('q=5_%25')).toEqual([]);
    expect(await found('q=leav%20cst-77')).toEqual(['Ann Leaver, Costain, left']);
  });

  it('refuses a place in the list that it did not give', async () => {
    for (const cursor of ['x', 'W10', 'WyIiLCIiLCJ4Il0', 'WyJcdTAwMDAiLCIiLG51bGxd']) {
      expect([cursor, (await team.get(`/people?cursor=${cursor}`)).status]).toEqual([cursor, 400]);
    }
  });
});
