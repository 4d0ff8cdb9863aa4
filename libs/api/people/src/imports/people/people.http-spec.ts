import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Import, Person } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { applyFile, checkFile, countsOf, giveFile, rowsOf, untilState } from '../../../../../../test/http/give-file.js';
import { type Client, testApp, type TestApp } from '../../../../../../test/http/test-app.js';

const TODAY = londonDate(new Date());
const HEADINGS =
  'Organisation,Employee no,First name,Surname,Job title,Group,Start date,End date,Manager,Schemes,Email\n';

describe('people from files', () => {
  let t: TestApp;
  let team: Client;
  let dunmarsh: string;
  let larkstone: string;

  beforeAll(async () => {
    t = await testApp();
    const adviser = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
    await t.make.grant({ personId: adviser, role: 'people-team' });
    team = await t.as(adviser);
    dunmarsh = await t.make.organisation({ name: 'Dunmarsh' });
    larkstone = await t.make.organisation({ name: 'Larkstone', parentId: dunmarsh });
    await t.make.organisation({ kind: 'partner', name: 'Costain' });
    await t.make.scheme({ code: 'NEAR', name: 'North-east' });
    await t.work();
  });
  afterAll(() => t.stop());

  const check = async (lines: string, leaversEndOn: string | null = null, client = team) =>
    checkFile(client, await giveFile(client, 'people', HEADINGS + lines, 'crew.csv'), { leaversEndOn });
  const faults = async ({ id }: Import) =>
    (await rowsOf(team, id, 'outcome=faulty')).map(({ n, messages }) => [
      n,
      ...messages.map(({ column, message }) => `${column}: ${message}`),
    ]);
  const engaged = (organisation: string) =>
    t.db.sql<{ who: string }>(
      `select concat_ws(' ', e.employee_number, p.given_name, p.family_name, e.job_role, e.employment_group, e.starts_on, e.ends_on,
         (select m.given_name from person m where m.id = e.line_manager_id)) as who
       from engagement e join person p on p.id = e.person_id where e.organisation_id = $1 order by e.employee_number`,
      [organisation],
    );
  const CREW = `Dunmarsh,D-3,Tom,Brackley,Operative,site,2024-02-01,,D-2,NEAR,
Dunmarsh,D-2,Priya,Nair,Supervisor,Supervisor,1/3/2023,,D-1,NEAR,priya@dunmarsh.example
Dunmarsh,D-1,Ann,Foster,Manager,manager,2022-01-03,,,,
Larkstone,L-1,Bo,Reed,Operative,site,2025-06-02,,,north-east,
`;

  it('are added with their line managers, whatever the order, and named to identity', async () => {
    const checked = await check(CREW);
    expect(countsOf(checked)).toEqual({ new: 4, chosen: 4 });
    const [first] = await rowsOf(team, checked.id);
    expect(first?.diff).toContainEqual({ column: 'lineManager', before: '', after: 'D-2' });
    expect(countsOf(await applyFile(team, checked.id))).toEqual({ new: 4, applied: 4 });
    expect((await engaged(dunmarsh)).map(({ who }) => who)).toEqual([
      'D-1 Ann Foster Manager manager 2022-01-03',
      'D-2 Priya Nair Supervisor supervisor 2023-03-01 Ann',
      'D-3 Tom Brackley Operative site 2024-02-01 Priya',
    ]);
    const events = await t.db.sql<{ type: string; count: number }>(
      `select type, count(*)::int as count from outbox_event where type in ('person.added', 'person.saved', 'engagement.saved') group by 1 order by 1`,
    );
    expect(events).toEqual([
      { type: 'engagement.saved', count: 4 },
      { type: 'person.added', count: 4 },
      { type: 'person.saved', count: 4 },
    ]);
    await t.drain();
    expect(await t.db.sql(`select name from sign_in_name where name = 'priya@dunmarsh.example'`)).toHaveLength(1);
  });

  it('change nothing when the same file comes again, and only what differs otherwise', async () => {
    const history = () => t.db.sql<{ count: number }>('select count(*)::int as count from row_history');
    const before = await history();
    expect(countsOf(await check(CREW))).toEqual({ same: 4 });
    const changed = await check('dunmarsh,d-3,Tom,Brackley,Foreman,,,31/12/2030,D-1,-,tom@dunmarsh.example\n');
    const [row] = await rowsOf(team, changed.id);
    expect(row).toMatchObject({
      outcome: 'change',
      about: 'Tom Brackley, Dunmarsh',
      diff: [
        { column: 'jobRole', before: 'Operative', after: 'Foreman' },
        { column: 'workEmail', before: '', after: 'tom@dunmarsh.example' },
        { column: 'endsOn', before: '', after: '31 Dec 2030' },
        { column: 'schemes', before: 'North-east', after: '' },
        { column: 'lineManager', before: 'Priya Nair', after: 'Ann Foster' },
      ],
    });
    expect(await history()).toEqual(before);
    await applyFile(team, changed.id);
    expect((await engaged(dunmarsh)).at(-1)?.who).toBe('D-3 Tom Brackley Foreman site 2024-02-01 2030-12-31 Ann');
  });

  it('take the last day of all, as other systems write an end that never comes, for none', async () => {
    const open = await check('dunmarsh,d-3,Tom,Brackley,,,,31.12.9999,,,\n');
    expect(await rowsOf(team, open.id)).toMatchObject([
      { outcome: 'change', diff: [{ column: 'endsOn', before: '31 Dec 2030', after: '' }] },
    ]);
  });

  it('say what is wrong, row by row and column by column', async () => {
    const checked = await check(`Nowhere,X-1,Al,Bell,Operative,site,2024-02-01,,,,
Dunmarsh,D-8,,Bell,,boss,31/2/2024,,D-99,FAR,nope
Dunmarsh,D-1,Zed,Quimby,,,,,,,
Dunmarsh,D-9,Cy,Dale,Operative,site,2024-02-01,2023-01-01,D-9,,
Dunmarsh,D-1,,,,,,,D-3,,
Dunmarsh,D-10,Ed,Fox,Operative,site,2024-02-01,,D-11,,
Dunmarsh,D-11,Flo,Gray,Operative,site,2024-02-01,,D-10,,
Dunmarsh,D-12,Gus,Hill,Operative,site,2024-02-01,,,,
Dunmarsh,D-12,Gus,Hill,Operative,site,2024-02-01,,,,
`);
    expect(await faults(checked)).toEqual([
      [2, 'organisation: There is no organisation called “Nowhere” where you can bring in people.'],
      [
        3,
        'employmentGroup: “boss” is no group: office, site, driver, supervisor, manager.',
        'startsOn: “31/2/2024” is not a day. Write it as 02/03/2026 or 2026-03-02.',
        'workEmail: This is not a whole e-mail address.',
        'givenName: The given name is missing, and this is somebody new.',
        'jobRole: The job role is missing, and this is a new engagement.',
        'schemes: There is no scheme “FAR”.',
        'lineManager: Nobody at Dunmarsh has the number D-99, here or in the file.',
      ],
      [4, 'employeeNumber: D-1 is the number of Ann Foster. A number is never given to somebody else.'],
      [5, 'endsOn: The last day is before the first.', 'lineManager: Nobody is their own line manager.'],
      [6, 'lineManager: With this, somebody would report to themselves through others.'],
      [7, 'lineManager: With this, somebody would report to themselves through others.'],
      [8, 'lineManager: With this, somebody would report to themselves through others.'],
      [10, 'null: Row 9 is about the same. Leave one of the two in the file.'],
    ]);
  });

  it('ask who is meant where somebody like that is known, and then know it', async () => {
    const line = 'Costain,C-1,Priya,Nair,Engineer,office,2025-02-03,,,,PRIYA@dunmarsh.example\n';
    const checked = await check(line);
    const [row] = await rowsOf(team, checked.id);
    expect(row).toMatchObject({
      outcome: 'unsure',
      likely: [{ name: 'Priya Nair', detail: 'Dunmarsh, Supervisor, D-2' }],
    });
    expect((await team.post(`/imports/${checked.id}/apply`, {})).status).toBe(409);
    await team.put(`/imports/${checked.id}/choices`, { choice: 'likeliest' });
    expect((await rowsOf(team, checked.id))[0]).toMatchObject({ outcome: 'change', choice: row?.likely[0]?.personId });
    const choose = (choice: string) => team.put(`/imports/${checked.id}/rows/2/choice`, { choice });
    expect((await choose('0198a000-0000-7000-8000-000000000000')).status).toBe(422);
    expect((await choose('new')).status).toBe(204);
    expect((await rowsOf(team, checked.id))[0]).toMatchObject({ outcome: 'new', choice: 'new' });
    const priya = row?.likely[0]?.personId ?? '';
    expect((await team.put(`/imports/${checked.id}/choices`, { choice: 'likeliest' })).status).toBe(204);
    expect((await rowsOf(team, checked.id))[0]).toMatchObject({ choice: 'new' });
    await choose(priya);
    expect((await rowsOf(team, checked.id))[0]).toMatchObject({ outcome: 'change', choice: priya });
    await applyFile(team, checked.id);
    const person = (await team.get(`/people/${priya}`)).json<Person>();
    expect(person.engagements.map(({ employeeNumber }) => employeeNumber).sort()).toEqual(['C-1', 'D-2']);
    expect(countsOf(await check(line))).toEqual({ same: 1 });
  });

  it('leave by absence only when asked, with a preview, and many only when confirmed', async () => {
    const rest = CREW.split('\n').slice(1).join('\n').replace('2022-01-03', 'broken');
    expect(countsOf(await check(rest))).toEqual({ same: 2, faulty: 1 });
    const checked = await check(rest, TODAY);
    expect(checked).toMatchObject({ engaged: 4, mostLeaving: 0 });
    expect(await rowsOf(team, checked.id, 'outcome=leaving')).toMatchObject([
      {
        about: 'Tom Brackley, Dunmarsh, D-3',
        diff: [{ column: 'endsOn', before: '31 Dec 2030', after: expect.stringMatching(/\d{4}/) }],
      },
    ]);
    const refused = await team.post(`/imports/${checked.id}/apply`, {});
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([409, 'many-leave']);
    expect(countsOf(await applyFile(team, checked.id, 1))).toMatchObject({ applied: 1 });
    expect((await engaged(dunmarsh)).at(-1)?.who).toContain(TODAY);
    const later = await giveFile(team, 'people', HEADINGS + rest);
    const future = { mapping: later.mapping, options: { leaversEndOn: addDays(TODAY, 3) } };
    expect((await team.put(`/imports/${later.id}/check`, future)).status).toBe(422);
  });

  it('never leave nobody to be administrator, by a last day or by absence, and the other rows are written', async () => {
    const [only, other] = [await t.make.person({ givenName: 'Sam' }), await t.make.person({ givenName: 'Kit' })];
    const organisationId = await t.make.organisation({ name: 'Kestrel' });
    for (const personId of [only, other]) await t.make.engagement({ personId, organisationId });
    await t.db.sql(
      `update engagement set employee_number = 'K-' || (select given_name from person where id = person_id) where organisation_id = $1`,
      [organisationId],
    );
    await t.make.grant({ personId: only, role: 'administrator' });
    const standing = () => engaged(organisationId).then((all) => all.map(({ who }) => who.split(' ').at(-1)));
    const dated = await check(`Kestrel,K-Sam,,,,,,${TODAY},,,\nKestrel,K-Kit,,,Foreman,,,,,,\n`);
    expect(countsOf(await applyFile(team, dated.id))).toMatchObject({ applied: 1, failed: 1 });
    const missing = await check('Kestrel,K-Kit,,,Foreman,,,,,,\n', TODAY);
    expect(countsOf(await applyFile(team, missing.id, 1))).toMatchObject({ failed: 1 });
    for (const { id } of [dated, missing])
      expect((await rowsOf(team, id)).flatMap(({ note }) => note ?? [])).toEqual([
        expect.stringContaining('Nobody would be an administrator any more.'),
      ]);
    expect(await standing()).toEqual(['2024-01-08', '2024-01-08']);
    await t.make.grant({ personId: other, role: 'administrator' });
    expect(countsOf(await applyFile(team, (await check('Kestrel,K-Kit,,,,,,,,,\n', TODAY)).id, 1))).toMatchObject({
      applied: 1,
    });
    expect(await standing()).toEqual(['2024-01-08', TODAY]);
  });

  it('of a coordinator are those of their organisation and below, and nobody else is to be seen', async () => {
    const id = await t.make.person({ givenName: 'Cleo', familyName: 'Ward' });
    await t.make.grant({ personId: id, role: 'coordinator', organisationId: larkstone });
    const gone = await t.make.person({ givenName: 'Gone', familyName: 'Before' });
    const past = { startsOn: '2020-01-01', endsOn: '2021-01-01' };
    const engagement = await t.make.engagement({ personId: gone, organisationId: larkstone, ...past });
    await t.db.sql(`update engagement set employee_number = 'L-0' where id = $1`, [engagement]);
    const coordinator = await t.as(id);
    const checked = await check(
      `Larkstone,L-1,Robert,Reed,Foreman,site,2025-06-02,,,,
Larkstone,L-2,Priya,Nair,Operative,site,2025-06-02,,,,priya@dunmarsh.example
Larkstone,L-3,Di,Moss,Operative,site,2025-06-02,,D-1,,
Dunmarsh,D-40,Al,Bell,Operative,site,2025-06-02,,,,
Costain,C-1,Priya,Nair,Engineer,office,2025-02-03,,,,
Larkstone,L-0,Gone,Before,Foreman,,,-,,,
`,
      null,
      coordinator,
    );
    expect(
      (await rowsOf(coordinator, checked.id)).map(({ n, outcome, messages, likely }) => [
        n,
        outcome,
        likely.length,
        messages[0]?.message,
      ]),
    ).toEqual([
      [2, 'change', 0, expect.stringContaining('changed by the People Team')],
      [3, 'new', 0, undefined],
      [4, 'faulty', 0, 'Nobody at Larkstone has the number D-1, here or in the file.'],
      [5, 'faulty', 0, 'There is no organisation called “Dunmarsh” where you can bring in people.'],
      [6, 'faulty', 0, 'There is no organisation called “Costain” where you can bring in people.'],
      [7, 'faulty', 0, expect.stringContaining('L-0 was given before')],
    ]);
    await applyFile(coordinator, checked.id);
    expect((await engaged(larkstone)).map(({ who }) => who)).toEqual([
      'L-0 Gone Before Operative site 2020-01-01 2021-01-01',
      'L-1 Bo Reed Foreman site 2025-06-02',
      'L-2 Priya Nair Operative site 2025-06-02',
    ]);
    const kinds = (await coordinator.get('/imports/kinds')).json<{ items: { kind: string }[] }>().items;
    expect(kinds.map(({ kind }) => kind)).toEqual(['people']);
    expect((await team.get(`/imports/${checked.id}`)).status).toBe(200);
  });

  it('without a column for it, say the organisation of all rows once', async () => {
    const crew = 'Employee no,First name,Surname,Manager\nK-2,Una,Field,K-1\nK-1,Ida,Stone,\n';
    const given = await giveFile(team, 'people', crew);
    const common = { organisation: 'Larkstone', jobRole: 'Operative', employmentGroup: 'site', startsOn: '2/2/2026' };
    const check = (more: object) =>
      team.put(`/imports/${given.id}/check`, { mapping: given.mapping, common: { ...common, ...more } });
    expect((await check({ employeeNumber: 'K-1' })).status).toBe(422);
    expect((await check({})).status).toBe(204);
    const checked = await untilState(team, given.id, 'checked');
    expect(checked.common).toEqual(common);
    expect(countsOf(await applyFile(team, given.id))).toEqual({ new: 2, applied: 2 });
    expect((await engaged(larkstone)).map(({ who }) => who)).toContain('K-2 Una Field Operative site 2026-02-02 Ida');
  });

  it('know line managers by whichever column was chosen for the number, however often that changes', async () => {
    const crew = `Organisation,Employee no,Card,First name,Surname,Job title,Group,Start date,Manager
Larkstone,1,C-1,Ola,Grant,Manager,manager,2026-02-02,
Larkstone,2,C-2,Vic,Hale,Operative,site,2026-02-02,C-1\n`;
    const given = await giveFile(team, 'people', crew);
    const byCard = { ...given.mapping, employeeNumber: 2 };
    expect(countsOf(await checkFile(team, given))).toMatchObject({ new: 1, faulty: 1 });
    expect(countsOf(await checkFile(team, given, { mapping: byCard }))).toMatchObject({ new: 2 });
    expect(countsOf(await checkFile(team, given))).toMatchObject({ new: 1, faulty: 1 });
    await checkFile(team, given, { mapping: byCard });
    await applyFile(team, given.id);
    expect((await engaged(larkstone)).map(({ who }) => who)).toContain('C-2 Vic Hale Operative site 2026-02-02 Ola');
  });

  it('organisations come likewise, tiers in any order, with the rules of kinds', async () => {
    const file = `Name,Type,Short name,Parent,Sponsor
Third Tier,supplier,Third,Second Tier,-
Second Tier,,,First Tier,
First Tier,supplier,,,Costain
Dunmarsh,supplier,Dunny,,
Odd Partner,partner,,Dunmarsh,
Loop A,,,Loop B,
Loop B,,,Loop A,
Nobody’s,,,Missing Ltd,
`;
    const checked = await checkFile(team, await giveFile(team, 'organisations', file));
    expect(countsOf(checked)).toEqual({ new: 3, change: 1, faulty: 4, chosen: 4 });
    expect(await faults(checked)).toEqual([
      [6, 'parent: Only a supplier has a supplier above it.'],
      [7, 'parent: With this, it would stand below itself through others.'],
      [8, 'parent: With this, it would stand below itself through others.'],
      [9, 'parent: There is no organisation called “Missing Ltd”, here or in the file.'],
    ]);
    await applyFile(team, checked.id);
    const rows = await t.db.sql<{ o: string }>(
      `select concat_ws(', ', o.name, o.kind, o.short_name, p.name, s.name) as o from organisation o
       left join organisation p on p.id = o.parent_id left join organisation s on s.id = o.sponsor_id
       where o.name like '%Tier' or o.name = 'Dunmarsh' order by 1`,
    );
    expect(rows.map(({ o }) => o)).toEqual([
      'Dunmarsh, supplier, Dunny',
      'First Tier, supplier, First Tier, Costain',
      'Second Tier, supplier, Second Tier, First Tier',
      'Third Tier, supplier, Third, Second Tier',
    ]);
    expect(countsOf(await checkFile(team, await giveFile(team, 'organisations', file)))).toEqual({
      same: 4,
      faulty: 4,
    });
  });
});
