import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type { Created, ListFileItem, PackFilter, PackManifest, Problem, RecordAsOf, RecordFile } from '@lms/contracts';
import { londonDate } from '@lms/domain';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { MakeListFile } from '../files/make-list-file.js';

const never = new AbortController().signal;
const BEGAN = '2026-01-05T09:00:00Z';
const MAY = '2026-05-14T09:00';

type Line = Record<string, string>;
type Pack = Record<string, Uint8Array>;

/** Marek and Siobhan work for Dunmarsh on the scheme; Siobhan left for Tollbar in June. Tom always was at Tollbar. */
describe('an audit pack', () => {
  let t: TestApp;
  let team: Client;
  let auditor: Client;
  let coordinator: Client;
  let administrator: Client;
  let course: string;
  const ids: Record<'dunmarsh' | 'below' | 'tollbar' | 'scheme' | 'marek' | 'siobhan' | 'tom', string> = {
    ...{ dunmarsh: '', below: '', tollbar: '', scheme: uuid(), marek: '', siobhan: '', tom: '' },
  };

  beforeAll(async () => {
    t = await testApp();
    ids.dunmarsh = await t.make.organisation({ name: 'Dunmarsh' });
    ids.below = await t.make.organisation({ name: 'Larkstone', parentId: ids.dunmarsh });
    ids.tollbar = await t.make.organisation({ name: 'Tollbar' });
    await t.db.sql(`insert into scheme (id, code, name, created_at) values ($1, 'NEAR', 'Near works', $2)`, [
      ids.scheme,
      BEGAN,
    ]);
    course = await t.make.course({ title: 'Plant', code: 'PLANT' });
    const version = await t.make.courseVersion({ courseId: course });
    await t.make.publish(version);
    for (const [name, organisationId] of [
      ['marek', ids.below],
      ['siobhan', ids.dunmarsh],
      ['tom', ids.tollbar],
    ] as const) {
      ids[name] = await t.make.person({ givenName: name === 'marek' ? '=Marek' : name, familyName: 'Worker' });
      const engagementId = await t.make.engagement({ personId: ids[name], organisationId, startsOn: '2026-01-05' });
      if (name !== 'tom')
        await t.db.sql('update engagement set scheme_ids = $2 where id = $1', [engagementId, [ids.scheme]]);
      await t.db.sql(
        `insert into assignment (id, person_id, course_id, due_on, created_at, state) values ($1, $2, $3, '2026-05-10', $4, 'open')`,
        [uuid(), ids[name], course, BEGAN],
      );
    }
    await t.db.sql('update row_history set known_from = $1', [BEGAN]);
    // What was done on 12 May was written down on 20 May.
    await t.db.sql(
      `select append_completion($1, $2, $3, '2026-05-12', '2027-05-11', 'manual', $4, '{"score": 80}', $5)`,
      [...[ids.marek, course, version, uuid(), '2026-05-20T09:00:00Z']],
    );
    await t.db.sql(
      `update row_history set known_from = '2026-05-20T09:00:00Z' where entity = 'assignment' and op = 'update'`,
    );
    await t.db.sql(
      `insert into exemption (id, person_id, course_id, from_on, to_on, reason, state, asked_by, asked_at, decided_by, decided_at)
       values ($1, $2, $3, '2026-05-01', '2026-05-31', 'Broken arm', 'approved', $4, '2026-05-01T09:00:00Z', $5, '2026-05-02T09:00:00Z')`,
      [uuid(), ids.siobhan, course, ids.tom, ids.marek],
    );
    await t.db.sql(`update row_history set known_from = '2026-05-02T09:00:00Z' where entity = 'exemption'`);
    await t.db.sql('update engagement set organisation_id = $2 where person_id = $1', [ids.siobhan, ids.tollbar]);
    await t.db.sql(
      `update row_history set known_from = '2026-06-01T09:00:00Z' where entity = 'engagement' and op = 'update' and row ->> 'organisation_id' = $1`,
      [ids.tollbar],
    );
    const reader = async (role: string, organisationId?: string) => {
      const id = await t.make.person({ givenName: 'Reader', familyName: role });
      await t.make.grant({ personId: id, role, organisationId });
      return t.as(id);
    };
    team = await reader('people-team');
    auditor = await reader('auditor');
    coordinator = await reader('coordinator', ids.dunmarsh);
    administrator = await reader('administrator');
  });
  afterAll(() => t.stop());

  const ask = (client: Client, filters: PackFilter) =>
    client.post('/list-files', { list: 'audit-pack', format: 'zip', filters });
  const made = async (client: Client, filters: PackFilter): Promise<{ item: ListFileItem; pack: Pack }> => {
    const { id } = (await ask(client, filters)).json<Created>();
    await t.app.get(MakeListFile).run(id, never);
    const item = (await client.get(`/list-files/${id}`)).json<ListFileItem>();
    const [row] = await t.db.sql<{ sha256: string | null }>('select sha256 from list_file where id = $1', [id]);
    const bytes = row?.sha256 ? await buffer(t.app.get(Storage).open(row.sha256)) : null;
    return { item, pack: bytes ? unzipSync(new Uint8Array(bytes)) : {} };
  };
  const text = (pack: Pack, name: string) => strFromU8(pack[name] ?? new Uint8Array());
  const lines = (pack: Pack, name: string) => parse(text(pack, name), { bom: true, columns: true }) as Line[];

  it('tells who belonged, how they stood, and what was known then', async () => {
    const { item, pack } = await made(team, { organisationId: ids.dunmarsh, at: MAY });
    expect(item).toMatchObject({
      ...{ state: 'ready', title: 'Audit pack Dunmarsh', done: 2, total: 2 },
      narrowed: ['Organisation: Dunmarsh, and the tiers below it', 'As known on Thu 14 May 2026 at 09:00'],
    });
    expect(lines(pack, 'people.csv')).toEqual([
      { Person: "'=Marek Worker", 'Person id': ids.marek, Organisation: 'Larkstone', Role: 'Operative' },
      { Person: 'siobhan Worker', 'Person id': ids.siobhan, Organisation: 'Dunmarsh', Role: 'Operative' },
    ]);
    expect(lines(pack, 'standing.csv')).toMatchObject([
      {
        'Person id': ids.marek,
        'Course code': 'PLANT',
        Standing: 'overdue',
        'Completed on': '',
        'Due on': '2026-05-10',
      },
      { 'Person id': ids.siobhan, Standing: 'exempt', Organisation: 'Dunmarsh' },
    ]);
    expect(lines(pack, 'evidence.csv')).toEqual([]);
    expect(lines(pack, 'exemptions.csv')).toMatchObject([
      { Reason: 'Broken arm', 'Covers the day': 'yes', State: 'approved' },
    ]);
  });

  it('knows at a later moment what was recorded since, and who moved', async () => {
    const { pack } = await made(auditor, { organisationId: ids.dunmarsh, at: '2026-06-01T10:30' });
    expect(lines(pack, 'standing.csv')).toMatchObject([
      { 'Person id': ids.marek, Standing: 'valid', 'Completed on': '2026-05-12', 'Valid until': '2027-05-11' },
    ]);
    expect(lines(pack, 'evidence.csv')).toMatchObject([
      { What: 'completion', 'Course code': 'PLANT', On: '2026-05-12', State: 'stands', Chain: ids.marek, Entry: '1' },
    ]);
    expect(lines(pack, 'certificates.csv')).toMatchObject([{ State: 'valid', 'Completed on': '2026-05-12' }]);
    const tollbar = await made(auditor, { organisationId: ids.tollbar, at: '2026-06-01T10:30' });
    expect(lines(tollbar.pack, 'people.csv').map((line) => line['Person'])).toEqual(['siobhan Worker', 'tom Worker']);
  });

  it('agrees with what is told of each person alone', async () => {
    for (const at of [MAY, '2026-05-20T10:00', '2026-06-01T10:30']) {
      const { pack } = await made(team, { schemeId: ids.scheme, at });
      const told = lines(pack, 'standing.csv');
      expect(told).toHaveLength(2);
      for (const line of told) {
        const { courses } = (
          await team.get(`/people/${line['Person id']}/record/as-of?at=${at}&known=then`)
        ).json<RecordAsOf>();
        expect(courses).toEqual([
          {
            ...{ courseId: course, code: line['Course code'], title: line['Course'], standing: line['Standing'] },
            ...{ completedOn: line['Completed on'] || null, validUntil: line['Valid until'] || null },
            dueOn: line['Due on'] || null,
          },
        ]);
      }
    }
  });

  it('holds the signed record of each, and a manifest of all of it', async () => {
    const { pack } = await made(auditor, { personId: ids.marek });
    const { manifest } = JSON.parse(text(pack, 'manifest.json')) as PackManifest;
    expect(manifest).toMatchObject({ about: { kind: 'person', id: ids.marek, name: '=Marek Worker' }, people: 1 });
    expect(Object.keys(pack).toSorted()).toEqual(
      [...manifest.files.map(({ name }) => name), 'manifest.json'].toSorted(),
    );
    for (const { name, sha256, size } of manifest.files)
      expect([name, createHash('sha256').update(pack[name]!).digest('hex'), pack[name]!.length]).toEqual([
        name,
        sha256,
        size,
      ]);
    const { record } = JSON.parse(text(pack, `records/${ids.marek}.json`)) as RecordFile;
    expect(record.entries).toHaveLength(1);
    const pdf = await getDocument({ data: pack['summary.pdf']!, verbosity: 0 }).promise;
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Audit pack: =Marek Worker', Language: 'en-GB' });
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const words = items.map((one) => ('str' in one ? one.str.trim() : '')).filter(Boolean);
    expect(words.slice(words.indexOf('Standing')).join(' ')).toContain('valid 1');
    await pdf.loadingTask.destroy();
  });

  it('says which rules were in force', async () => {
    const rule = uuid();
    await t.db.sql(
      `insert into assignment_rule (id, name, owner_id, created_at) values ($1, 'Plant for all', $2, $3)`,
      [...[rule, ids.tom, BEGAN]],
    );
    for (const [number, from, until] of [
      [1, '2026-01-10', '2026-05-31'],
      [2, '2026-06-01', null],
    ] as const)
      await t.db.sql(
        `insert into rule_version (id, rule_id, number, state, predicate, course_id, due, effective_on, ends_on, created_by, created_at, applied_at, applied_by)
         values ($1, $2, $3, 'active', '{}', $4, '{}', $5, $6, $7, $8, $8, $7)`,
        [uuid(), rule, number, course, from, until, ids.tom, BEGAN],
      );
    await t.db.sql(`update row_history set known_from = $1 where entity = 'rule version'`, [BEGAN]);
    const versions = async (at: string) =>
      lines((await made(team, { personId: ids.tom, at })).pack, 'rules.csv').map((line) => line['Version']);
    expect(await versions('2026-01-09T09:00')).toEqual([]);
    expect(await versions(MAY)).toEqual(['1']);
    expect(await versions('2026-06-01T10:30')).toEqual(['2']);
  });

  it('is for those who see everybody, and for coordinators', async () => {
    expect((await ask(administrator, { personId: ids.marek })).status).toBe(403);
    for (const client of [auditor, coordinator]) expect((await ask(client, { personId: ids.marek })).status).toBe(201);
  });

  it('is about one thing, that there is, at a moment that has come', async () => {
    for (const filters of [
      {},
      { personId: ids.marek, schemeId: ids.scheme },
      { personId: ids.marek, at: '2999-01-01T09:00' },
      { personId: ids.marek, at: '2026-02-30T09:00' },
    ])
      expect((await ask(team, filters)).json<Problem>().status).toBe(422);
    for (const body of [
      { list: 'audit-pack', format: 'csv', filters: { personId: ids.marek } },
      { list: 'people', format: 'zip' },
    ])
      expect([400, 422]).toContain((await team.post('/list-files', body)).status);
    const { item } = await made(team, { schemeId: uuid(), at: `${londonDate(new Date())}T00:00` });
    expect(item).toMatchObject({ state: 'failed', refusal: 'What the pack is to be about is not there.' });
  });
});
