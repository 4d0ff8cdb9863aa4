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

  it('finds by job role, however it is written, and says which roles there are', async () => {
    await t.db.sql(
      `update engagement set job_role = 'Night gaffer' where person_id in (select id from person where family_name = 'Starter')`,
    );
    expect(await found('jobRole=night%20GAFFER')).toEqual(['Ann Starter, Costain, planned']);
    expect(await found('jobRole=gaffer')).toEqual([]);
    expect((await team.get('/people/job-roles?q=gaff')).json()).toEqual({
      items: [{ name: 'Night gaffer', people: 1 }],
    });
  });

  it('refuses a place in the list that it did not give', async () => {
    for (const cursor of ['x', 'W10', 'WyIiLCIiLCJ4Il0', 'WyJcdTAwMDAiLCIiLG51bGxd']) {
      expect([cursor, (await team.get(`/people?cursor=${cursor}`)).status]).toEqual([cursor, 400]);
    }
  });
});

describe('a search that forgives slips', () => {
  let johnson: string;
  beforeAll(async () => {
    johnson = await t.make.person({ givenName: 'Catherine', familyName: 'Johnson' });
    await t.make.engagement({ personId: johnson, organisationId: wsp });
    await t.db.sql(`update engagement set employee_number = 'W-901' where person_id = $1`, [johnson]);
    for (const [givenName, familyName] of [
      ['Katherine', 'Jonson'],
      ['Peter', 'Johnston'],
      ['Amy', 'Smith'],
      ['Siobhán', "O'Neill"],
    ] as const) {
      const personId = await t.make.person({ givenName, familyName });
      await t.make.engagement({ personId, organisationId: costain });
    }
  });
  const names = async (query: string) =>
    (await team.get(`/people?limit=100&${query}`))
      .json<PersonPage>()
      .items.map((p) => `${p.name}${p.nearly ? '?' : ''}`);

  it('shows what matches as typed first, then what is spelled nearly so, the fewest slips first', async () => {
    expect(await names('q=jonson')).toEqual(['Katherine Jonson', 'Catherine Johnson?', 'Peter Johnston?']);
    expect(await names('q=johnson')).toEqual(['Catherine Johnson', 'Peter Johnston?', 'Katherine Jonson?']);
  });

  it.each(['smyth', 'smiht', 'smithh', 'amy%20smtih', 'smit'])('finds Amy Smith by %s', async (typed) => {
    expect((await names(`q=${typed}`)).map((name) => name.replace('?', ''))).toContain('Amy Smith');
  });

  it('forgives in every long word, and nothing in short ones and numbers', async () => {
    expect(await names('q=cathrine%20jonhson')).toEqual(['Catherine Johnson?', 'Katherine Jonson?']);
    expect(await names('q=jonhson%20W-901')).toEqual(['Catherine Johnson?']);
    expect(await names('q=jonhson%20W-902')).toEqual([]);
    expect(await names('q=any%20smiht')).toEqual([]);
    expect(await names('q=oneil')).toEqual([]);
    expect(await names("q=siobhan%20o'neil")).toEqual(["Siobhán O'Neill?"]);
  });

  it('keeps to the filters and to whom the reader sees', async () => {
    expect(await names(`q=jonhson&organisationId=${wsp}`)).toEqual(['Catherine Johnson?']);
    const alone = await t.as(johnson);
    expect((await alone.get('/people?q=jonson')).json<PersonPage>().items.map((p) => p.name)).toEqual([
      'Catherine Johnson',
    ]);
  });

  it('goes on page by page over both parts without leaving anybody out', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: PersonPage = (await team.get(`/people?limit=1&q=jonson${cursor && `&cursor=${cursor}`}`)).json();
      seen.push(...page.items.map((p) => p.name));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['Katherine Jonson', 'Catherine Johnson', 'Peter Johnston']);
  });
});

describe('people whom nobody speaks for', () => {
  it('are those with no line manager and no coordinator who can be told', async () => {
    const employer = await t.make.organisation({ name: 'Tollbar' });
    const manager = await t.make.person({ givenName: 'Ann', familyName: 'Manager', contactEmail: 'ann@example.org' });
    const managed = await t.make.person({ givenName: 'Ann', familyName: 'Managed' });
    await t.make.engagement({ personId: manager, organisationId: employer });
    await t.make.engagement({ personId: managed, organisationId: employer, lineManagerId: manager });
    const nobody = await found(`organisationId=${employer}&speaker=nobody`);
    expect(nobody).toEqual(['Ann Manager, Tollbar, current']);
    await t.make.grant({ personId: managed, role: 'coordinator', organisationId: employer });
    await t.db.sql(`update person set contact_email = 'managed@example.org' where id = $1`, [managed]);
    expect(await found(`organisationId=${employer}&speaker=nobody`)).toEqual([]);
  });
});
