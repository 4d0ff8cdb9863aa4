import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type { Created, ListFileItem, PackFilter, PackManifest } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { MakeListFile } from '../files/make-list-file.js';

const never = new AbortController().signal;
const today = londonDate(new Date());
const BEGAN = '2025-01-06T09:00:00Z';

type Line = Record<string, string>;

/**
 * Ion works for Dunmarsh since March 2026 and for Tollbar since 2025; Dunmarsh asks for Plant, Tollbar for Electric. Marek works
 * for Larkstone below Dunmarsh, Left did until yesterday, Tom is Tollbar's. Rosa coordinates Dunmarsh, and works for Tollbar too.
 */
describe('an audit pack for an employer', () => {
  let t: TestApp;
  const ids: Record<string, string> = {};
  const organisations: Record<string, string> = {};
  const courses: Record<string, { id: string; version: string }> = {};
  let rosa: Client;
  let tessa: Client;

  const id = (name: string): string => ids[name] ?? '';
  const engaged = async (name: string, organisation: string, startsOn: string, endsOn?: string) => {
    ids[name] ??= await t.make.person({ givenName: name, familyName: 'Worker' });
    return t.make.engagement({
      ...{ personId: id(name), organisationId: organisations[organisation] ?? '', startsOn },
      ...(endsOn ? { endsOn } : {}),
    });
  };
  const asks = async (name: string, course: string, engagementId: string): Promise<void> => {
    const [assignment, request] = [uuid(), uuid()];
    await t.db.sql(
      `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, 'x', '{}', 'given', $3, $4)`,
      [request, courses[course]?.id, id('Tessa'), BEGAN],
    );
    await t.db.sql(
      `insert into assignment (id, person_id, course_id, due_on, created_at) values ($1, $2, $3, '2026-05-10', $4)`,
      [assignment, id(name), courses[course]?.id, BEGAN],
    );
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, since) values ($1, $2, 'person', $3, $4, $5)`,
      [uuid(), assignment, request, engagementId, BEGAN],
    );
  };
  const completes = (name: string, course: string, on: string, until: string | null) =>
    t.db.sql(`select append_completion($1, $2, $3, $4, $5, 'manual', $6, $7, $8)`, [
      ...[id(name), courses[course]?.id, courses[course]?.version, on, until, uuid()],
      ...[JSON.stringify({ recordedBy: id('Tom') }), `${on}T09:00:00Z`],
    ]);
  const exempt = (name: string, course: string, by: string, reason: string) =>
    t.db.sql(
      `insert into exemption (id, person_id, course_id, from_on, to_on, reason, state, asked_by, asked_at, decided_by, decided_at)
       values ($1, $2, $3, '2026-05-01', '2026-05-31', $4, 'approved', $5, '2026-05-01T09:00:00Z', $6, '2026-05-02T09:00:00Z')`,
      [uuid(), id(name), courses[course]?.id, reason, id(by), id('Tom')],
    );

  beforeAll(async () => {
    t = await testApp();
    organisations['Dunmarsh'] = await t.make.organisation({ name: 'Dunmarsh' });
    organisations['Larkstone'] = await t.make.organisation({ name: 'Larkstone', parentId: organisations['Dunmarsh'] });
    organisations['Tollbar'] = await t.make.organisation({ name: 'Tollbar' });
    for (const title of ['Plant', 'Electric']) {
      const course = await t.make.course({ title, code: title.toUpperCase() });
      const version = await t.make.courseVersion({ courseId: course });
      await t.make.publish(version);
      courses[title] = { id: course, version };
    }
    await engaged('Rosa', 'Dunmarsh', '2025-01-06');
    const rosaAtTollbar = await engaged('Rosa', 'Tollbar', '2025-01-06');
    await engaged('Tessa', 'Tollbar', '2025-01-06');
    await engaged('Tom', 'Tollbar', '2025-01-06');
    await engaged('Left', 'Larkstone', '2025-01-06', addDays(today, -1));
    const marek = await engaged('Marek', 'Larkstone', '2025-01-06');
    const atDunmarsh = await engaged('Ion', 'Dunmarsh', '2026-03-02');
    const atTollbar = await engaged('Ion', 'Tollbar', '2025-01-06');
    await t.make.grant({ personId: id('Rosa'), role: 'coordinator', organisationId: organisations['Dunmarsh'] });
    await t.make.grant({ personId: id('Tessa'), role: 'coordinator', organisationId: organisations['Tollbar'] });
    await asks('Ion', 'Plant', atDunmarsh);
    await asks('Ion', 'Electric', atTollbar);
    await asks('Marek', 'Plant', marek);
    await asks('Rosa', 'Electric', rosaAtTollbar);
    await completes('Ion', 'Plant', '2026-01-10', '2026-02-10');
    await completes('Ion', 'Plant', '2026-05-12', '2099-05-11');
    await completes('Ion', 'Electric', '2026-05-13', null);
    await exempt('Ion', 'Plant', 'Tessa', 'A secret of Tollbar');
    await exempt('Ion', 'Plant', 'Rosa', 'Broken arm');
    await exempt('Ion', 'Electric', 'Tessa', 'Another secret');
    await t.db.sql('update row_history set known_from = $1', [BEGAN]);
    [rosa, tessa] = [await t.as(id('Rosa')), await t.as(id('Tessa'))];
  });
  afterAll(() => t.stop());

  const made = async (client: Client, filters: PackFilter) => {
    const answer = await client.post('/list-files', { list: 'audit-pack', format: 'zip', filters });
    expect([answer.status, answer.body]).toEqual([201, expect.any(String)]);
    const { id: file } = answer.json<Created>();
    await t.app.get(MakeListFile).run(file, never);
    const item = (await client.get(`/list-files/${file}`)).json<ListFileItem>();
    const [row] = await t.db.sql<{ sha256: string | null }>('select sha256 from list_file where id = $1', [file]);
    const pack = row?.sha256 ? unzipSync(new Uint8Array(await buffer(t.app.get(Storage).open(row.sha256)))) : {};
    const text = (name: string) => strFromU8(pack[name] ?? new Uint8Array());
    const lines = (name: string) => parse(text(name), { bom: true, columns: true }) as Line[];
    return { item, names: Object.keys(pack), text, lines };
  };

  it('tells of its people and tiers, in the courses that it asks for, without due dates', async () => {
    const { item, lines } = await made(rosa, { organisationId: organisations['Dunmarsh'] });
    expect(item).toMatchObject({ state: 'ready', title: 'Audit pack Dunmarsh', done: 3 });
    expect(item.narrowed.at(-1)).toBe('As far as an employer may see it');
    const who = ({ Person, Organisation }: Line) => [Person, Organisation];
    expect(lines('people.csv').map(who)).toEqual([
      ['Ion Worker', 'Dunmarsh'],
      ['Marek Worker', 'Larkstone'],
      ['Rosa Worker', 'Dunmarsh'],
    ]);
    const standing = { 'Course code': 'PLANT', 'Due on': '' };
    expect(lines('standing.csv')).toMatchObject([
      { ...standing, Person: 'Ion Worker', Standing: 'valid', 'Valid until': '2099-05-11' },
      { ...standing, Person: 'Marek Worker', Standing: 'overdue' },
    ]);
    expect(lines('standing.csv')).toHaveLength(2);
  });

  it('tells what lies behind a fact only of its own time, and no wish of another employer', async () => {
    const { lines } = await made(rosa, { personId: id('Ion') });
    const before = { 'Issuer or source': '', By: '', 'Recorded at': '', Hash: '' };
    expect(lines('evidence.csv')).toMatchObject([
      {
        On: '2026-05-12',
        'Issuer or source': 'manual',
        By: 'Tom Worker',
        'Recorded at': '2026-05-12T09:00:00Z',
        Entry: '2',
      },
      { On: '2026-01-10', 'Valid until': '2026-02-10', ...before },
    ]);
    expect(lines('evidence.csv')).toHaveLength(2);
    expect(
      lines('exemptions.csv')
        .map((line) => [line['Course code'], line['Reason'], line['Asked by']])
        .toSorted(),
    ).toEqual([
      ['PLANT', '', ''],
      ['PLANT', 'Broken arm', 'Rosa Worker'],
    ]);
  });

  it('names nothing else: neither rules, chains and anchors nor what another employer asks', async () => {
    for (const filters of [
      { organisationId: organisations['Dunmarsh'] },
      { personId: id('Ion') },
      { personId: id('Rosa') },
    ]) {
      const { names, text } = await made(rosa, filters);
      expect(names.toSorted()).toEqual([
        ...['certificates.csv', 'evidence.csv', 'exemptions.csv', 'manifest.json', 'people.csv'],
        ...['standing.csv', 'summary.pdf'],
      ]);
      const all = names.filter((name) => !name.endsWith('.pdf')).map(text);
      for (const secret of ['Electric', 'ELECTRIC', 'Tollbar', 'secret', 'Left', 'Tessa', '2026-05-10'])
        expect(all.join('\n')).not.toContain(secret);
      expect((JSON.parse(text('manifest.json')) as PackManifest).manifest.seenBy).toBe('employer');
    }
    const { lines } = await made(tessa, { personId: id('Ion') });
    expect(lines('standing.csv')).toMatchObject([{ 'Course code': 'ELECTRIC' }]);
    expect(lines('people.csv')).toMatchObject([{ Organisation: 'Tollbar' }]);
  });

  it('at an earlier moment tells of those who work for it still, and of nothing before its time', async () => {
    const at = '2026-02-01T09:00';
    const { lines } = await made(rosa, { organisationId: organisations['Larkstone'], at });
    expect(lines('people.csv').map((line) => line['Person'])).toEqual(['Marek Worker']);
    const ion = await made(rosa, { personId: id('Ion'), at });
    expect(ion.lines('people.csv')).toMatchObject([{ Person: 'Ion Worker', Organisation: '' }]);
    expect(ion.lines('standing.csv')).toEqual([]);
  });

  it('of what is beside, above or gone it finds as much as of what does not exist', async () => {
    const { item: unknown } = await made(rosa, { personId: uuid() });
    for (const filters of [
      { organisationId: organisations['Tollbar'] },
      { personId: id('Tom') },
      { personId: id('Left') },
      { schemeId: await t.make.scheme({ code: 'NEAR', name: 'Near' }) },
      { organisationId: uuid() },
    ]) {
      const { item } = await made(rosa, filters);
      expect(item).toMatchObject({ state: 'failed', title: '', narrowed: [], refusal: unknown.refusal });
    }
    expect(unknown.refusal).toBe('What the pack is to be about is not there.');
  });
});
