import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import { checkRecords, verifyRecord } from '@lms/api-records';
import {
  type Created,
  type DataRequestPage,
  type DuePage,
  type ErasurePage,
  type ErasurePreview,
  type ErasureToDecide,
  type LegalHoldPage,
  type NoticePage,
  type Person,
  type PersonPage,
  type Problem,
  RecordFile,
  type RetentionSettings,
} from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { strFromU8, unzipSync } from 'fflate';
import { Client as Database } from 'pg';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../test/http/test-app.js';
import { EndDataFiles } from './requests/end-data-files.js';
import { ForgetFiles } from './erasure/forget-files.js';
import { MakeDataFile } from './requests/make-data-file.js';
import { ClearByRetention } from './retention/clear-by-retention.js';

const TODAY = londonDate(new Date());
const never = new AbortController().signal;
const PICTURE = Buffer.from('a picture of a card');

/** Tariq Bell left long ago; Helen and Daniel are the People Team. */
describe('data protection', () => {
  let t: TestApp;
  let helen: Client;
  let daniel: Client;
  let learner: Client;
  let helenId: string;
  let tariq: string;
  let engagement: string;
  let course: string;
  let picture: string;
  let record: RecordFile;

  const code = (answer: { json<T>(): T }) => answer.json<Problem>().code;
  const preview = async (id = tariq) => (await helen.get(`/people/${id}/erasure`)).json<ErasurePreview>();
  const propose = async (more: object = {}, client = helen) =>
    client.post(`/people/${tariq}/erasure`, {
      ...{ ground: 'asked', reason: 'A letter', digest: (await preview()).digest },
      ...more,
    });
  const withRole = async (role: string, organisationId?: string) => {
    const id = await t.make.person();
    await t.make.grant({ personId: id, role, ...(organisationId ? { organisationId } : {}) });
    return t.as(id);
  };
  const made = async (id: string) => {
    await t.app.get(MakeDataFile).run(id, never);
    await t.drain();
  };
  const filesIn = async (client: Client, id: string) => {
    const token = await client.get(`/data-requests/${id}/file`);
    return {
      status: token.status,
      type: token.headers['content-type'],
      length: Number(token.headers['content-length']),
    };
  };
  const unzipped = async (id: string) => {
    const [row] = await t.db.sql<{ sha256: string }>('select sha256 from data_request where id = $1', [id]);
    const files = unzipSync(await buffer(t.app.get(Storage).open(row?.sha256 ?? '')));
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };
  const period = async (kind: string, value: number | null) => {
    const administrator = await withRole('administrator');
    const { items } = (await administrator.get('/retention')).json<RetentionSettings>();
    const version = items.find((each) => each.kind === kind)?.version;
    return administrator.put(`/retention/${kind}`, { period: value }, { 'if-match': `"${version}"` });
  };

  beforeAll(async () => {
    t = await testApp();
    helenId = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
    const danielId = await t.make.person({ givenName: 'Daniel', familyName: 'Osei' });
    for (const personId of [helenId, danielId]) await t.make.grant({ personId, role: 'people-team' });
    [helen, daniel] = [await t.as(helenId), await t.as(danielId)];
    learner = await t.as(await t.make.person());
    tariq = await t.make.person({ givenName: 'Tariq', familyName: 'Bell', contactEmail: 'tariq@home.test' });
    const organisationId = await t.make.organisation({ name: 'Tollbar Electrical' });
    engagement = await t.make.engagement({
      personId: tariq,
      organisationId,
      startsOn: '2012-01-09',
      endsOn: '2013-05-31',
    });
    course = await t.make.course({ title: 'Incursions' });
    const version = await t.make.courseVersion({ courseId: course });
    const activity = uuid();
    await t.db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Card')`,
      [activity, version],
    );
    await t.make.publish(version);
    await t.db.sql(`select append_completion($1, $2, $3, '2012-04-01', null, 'manual', $4, $5, now())`, [
      ...[tariq, course, version, uuid(), JSON.stringify({ score: 80, note: 'Careful' })],
    ]);
    picture = (await t.app.get(Storage).put(Readable.from([PICTURE]))).sha256;
    const [attempt, file] = [uuid(), uuid()];
    await t.db.sql(
      `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at) values ($1, $2, $3, $4, $5, 1, now(), now())`,
      [attempt, tariq, activity, version, course],
    );
    await t.db.sql(
      `insert into evidence_file (id, sha256, size, media_type, name, added_by, added_at) values ($1, $2, 19, 'image/png', 'card.png', $3, now())`,
      [file, picture, helenId],
    );
    await t.db.sql(
      `insert into evidence_submission (id, attempt_id, person_id, issuer, number, issued_on, expires_on, file_id, submitted_by, submitted_at, state)
       values ($1, $2, $3, 'CITB', 'TB-7', '2012-01-01', '2015-01-01', $4, $5, now(), 'accepted')`,
      [uuid(), attempt, tariq, file, helenId],
    );
  });
  afterAll(() => t.stop());

  it('is the People Team’s; auditors read, everybody has their own', async () => {
    const auditor = await withRole('auditor');
    const coordinator = await withRole('coordinator', await t.make.organisation());
    const administrator = await withRole('administrator');
    const reads = ['/erasures', '/legal-holds', '/data-requests', '/retention/due'];
    const statuses = async (client: Client, urls: string[]) =>
      Promise.all(urls.map(async (url) => (await client.get(url)).status));
    expect(await statuses(helen, reads)).toEqual([200, 200, 200, 200]);
    expect(await statuses(auditor, reads)).toEqual([200, 200, 200, 200]);
    for (const client of [learner, coordinator, administrator]) {
      expect(await statuses(client, [...reads, `/people/${tariq}/erasure`])).toEqual([403, 403, 403, 403, 403]);
    }
    const writes = [
      [`/people/${tariq}/erasure`, { ground: 'asked', reason: 'x', digest: 'x' }],
      [`/people/${tariq}/data`, { reason: 'x' }],
      [`/people/${tariq}/legal-holds`, { reason: 'x' }],
      [`/erasures/${uuid()}/approve`, {}],
      [`/legal-holds/${uuid()}/end`, {}],
    ] as const;
    for (const client of [learner, coordinator, administrator, auditor]) {
      for (const [url, body] of writes) expect([url, (await client.post(url, body)).status]).toEqual([url, 403]);
    }
    expect((await helen.put('/retention/mails', { period: 9 }, { 'if-match': '"1"' })).status).toBe(403);
    expect(await statuses(learner, ['/retention', '/my/data'])).toEqual([200, 200]);
    expect(await statuses(helen, [`/people/${uuid()}/erasure`, `/erasures/${uuid()}`])).toEqual([404, 404]);
  });

  it('gives everything about a person as one file, to whoever asked and for seven days', async () => {
    expect((await helen.post(`/people/${tariq}/data`, { reason: '' })).status).toBe(400);
    const asked = await helen.post(`/people/${tariq}/data`, { reason: 'Asked by letter' });
    expect(asked.status).toBe(201);
    const { id } = asked.json<Created>();
    expect(code(await helen.post(`/people/${tariq}/data`, { reason: 'Again' }))).toBe('being-made');
    expect((await filesIn(helen, id)).status).toBe(404);
    await made(id);
    await made(id);
    const [listed] = (await daniel.get(`/data-requests?personId=${tariq}`)).json<DataRequestPage>().items;
    expect(listed).toMatchObject({ state: 'ready', progress: 100, own: false, mine: false, reason: 'Asked by letter' });
    expect((await filesIn(daniel, id)).status).toBe(404);
    const taken = await filesIn(helen, id);
    expect(taken).toEqual({ status: 200, type: 'application/zip', length: listed?.size });
    const notices = (await helen.get('/my/notices')).json<NoticePage>().items;
    expect(notices.map(({ kind, personName }) => [kind, personName])).toEqual([['data-ready', 'Tariq Bell']]);

    const files = await unzipped(id);
    expect(files['index.html']).toContain('<h1>Everything about Tariq Bell</h1>');
    expect(files['record.csv']).toContain('Incursions');
    record = RecordFile.parse(JSON.parse(files['record.json'] ?? ''));
    expect(verifyRecord(record, [], null)).toMatchObject({ entries: 1, faults: [] });
    const evidence = JSON.parse(files['data/evidence.json'] ?? '') as Record<string, Record<string, string>[]>;
    expect(evidence['Evidence']?.[0]).toMatchObject({
      Number: 'TB-7',
      'Sent by': 'Helen Marsh',
      'Expires on': '2015-01-01',
    });
    expect(files[evidence['Files of your evidence']?.[0]?.['File'] ?? '']).toBe(PICTURE.toString());
    expect(JSON.parse(files['data/record.json'] ?? '')).toMatchObject({
      'Values beside your record': expect.arrayContaining([
        expect.objectContaining({ What: 'note', Value: '"Careful"' }),
      ]),
    });
    for (const content of Object.values(files)) expect(content).not.toContain('argon2');

    await t.db.sql(`update data_request set ends_at = now() - interval '1 second' where id = $1`, [id]);
    expect((await filesIn(helen, id)).status).toBe(404);
    await t.app.get(EndDataFiles).run();
    const [ended] = await t.db.sql('select state, sha256, size from data_request where id = $1', [id]);
    expect(ended).toEqual({ state: 'ended', sha256: null, size: null });
    const said = await t.db.sql(`select action from audit_event where action like 'data.%' order by id`);
    expect(said).toEqual([{ action: 'data.ask' }, { action: 'data.take' }]);
  });

  it('gives everybody their own', async () => {
    const { id } = (await learner.post('/my/data')).json<Created>();
    await made(id);
    const [own] = (await learner.get('/my/data')).json<DataRequestPage>().items;
    expect(own).toMatchObject({ id, state: 'ready', own: true, mine: true, reason: '' });
    expect((await filesIn(learner, id)).status).toBe(200);
    expect((await filesIn(helen, id)).status).toBe(404);
    expect(JSON.stringify(await unzipped(id))).not.toContain('Tariq');
  });

  it('holds a person while the law asks for it', async () => {
    const past = { reason: 'A claim', untilOn: addDays(TODAY, -1) };
    expect((await helen.post(`/people/${tariq}/legal-holds`, past)).status).toBe(422);
    const placed = await helen.post(`/people/${tariq}/legal-holds`, { reason: 'A claim', untilOn: TODAY });
    expect(placed.status).toBe(201);
    const [hold] = (await daniel.get('/legal-holds')).json<LegalHoldPage>().items;
    expect(hold).toMatchObject({ name: 'Tariq Bell', placedByName: 'Helen Marsh', untilOn: TODAY, holds: true });
    expect((await preview()).blocks).toEqual(['held']);
    expect((await helen.get(`/people/${tariq}`)).json<Person>().held).toBe(true);
    const manager = await t.make.person();
    await t.make.engagement({ personId: tariq, organisationId: await t.make.organisation(), lineManagerId: manager });
    expect((await (await t.as(manager)).get(`/people/${tariq}`)).json<Person>().held).toBe(false);
    await t.db.sql('delete from engagement where line_manager_id = $1', [manager]);
    expect(code(await propose())).toBe('erasure-held');
    expect((await helen.get('/retention/due')).json<DuePage>()).toMatchObject({
      total: 1,
      items: [{ personId: tariq, leftOn: '2013-05-31', dueOn: '2019-06-01', held: true }],
    });
    expect((await period('evidence-files', 1)).status).toBe(204);
    expect(await t.app.get(ClearByRetention).run()).toBe(0);
    expect((await daniel.post(`/legal-holds/${hold?.id}/end`)).status).toBe(204);
    expect((await daniel.post(`/legal-holds/${hold?.id}/end`)).status).toBe(409);
    expect((await daniel.get('/legal-holds')).json<LegalHoldPage>().items).toEqual([]);
    await period('evidence-files', null);
  });

  it('asks for periods that administrators set, and takes away only what they say', async () => {
    expect((await period('leavers', 0)).status).toBe(400);
    expect((await period('leavers', 20)).status).toBe(204);
    expect((await helen.get('/retention/due')).json<DuePage>().total).toBe(0);
    expect(await preview()).toMatchObject({ blocks: ['too-soon'], keptUntil: '2033-05-31' });
    expect(code(await propose())).toBe('erasure-too-soon');
    await period('leavers', 6);
    await t.db.sql(
      `insert into mail (id, person_id, recipient, subject, text_body, html_body, state, created_at)
       select gen_random_uuid(), $1, 'a@b.test', 's', 't', 'h', 'kept', now() - d * interval '1 day' from unnest(array[2, 40]) d`,
      [helenId],
    );
    expect(await t.app.get(ClearByRetention).run()).toBe(0);
    await period('mails', 30);
    expect(await t.app.get(ClearByRetention).run()).toBe(1);
    const { items } = (await helen.get('/retention')).json<RetentionSettings>();
    expect(items.find(({ kind }) => kind === 'mails')).toMatchObject({ period: 30, removed: 1 });
    const kept = await t.db.sql(
      `select row ->> 'period' as period from row_history where entity = 'retention setting' and row ->> 'kind' = 'mails' order by id`,
    );
    expect(kept).toEqual([{ period: '30' }]);
  });

  it('does not erase who works here, has a role, or is oneself', async () => {
    expect((await preview(helenId)).blocks).toEqual(['powers', 'own']);
    const own = { ground: 'asked', reason: 'Mine', digest: (await preview(helenId)).digest };
    expect(code(await helen.post(`/people/${helenId}/erasure`, own))).toBe('erasure-own');
    await t.db.sql('update engagement set ends_on = null where id = $1', [engagement]);
    expect((await preview()).blocks).toEqual(['engaged']);
    expect(code(await propose())).toBe('erasure-engaged');
    await t.db.sql(`update engagement set ends_on = '2013-05-31' where id = $1`, [engagement]);
  });

  it('is previewed, proposed by one and applied by another, as it was seen', async () => {
    const [rule, audience] = [uuid(), uuid()];
    await t.db.sql(
      `insert into assignment_rule (id, name, owner_id, created_at) values ($1, 'Refresher of Tariq Bell', $2, now())`,
      [rule, helenId],
    );
    await t.db.sql(
      `insert into audience (id, name, predicate, owner_id, created_at) values ($1, 'Bell’s crew', '{}', $2, now())`,
      [audience, helenId],
    );
    const seen = await preview();
    expect(seen).toMatchObject({ name: 'Tariq Bell', files: 1, completions: 1, blocks: [] });
    expect(seen.named.sort()).toEqual([expect.stringMatching(/^E\d+$/), 'Tariq Bell', 'tariq@home.test']);
    expect(seen.areas.find(({ area }) => area === 'record')).toEqual({
      area: 'record',
      removed: 2,
      cleared: 0,
      kept: 3,
    });
    expect(seen.standing).toEqual([
      { kind: 'rule', id: rule, words: 'Refresher of Tariq Bell', whole: true },
      { kind: 'audience', id: audience, words: 'Bell’s crew', whole: false },
    ]);
    expect(code(await propose({ digest: 'another' }))).toBe('facts-changed');
    const { id } = (await propose()).json<Created>();
    expect(code(await propose({}, daniel))).toBe('proposed-already');
    expect(code(await helen.post(`/erasures/${id}/approve`))).toBe('own-proposal');
    expect((await daniel.post(`/erasures/${id}/withdraw`)).status).toBe(403);
    const [open] = (await daniel.get('/erasures')).json<ErasurePage>().items;
    expect(open).toMatchObject({ id, name: 'Tariq Bell', reason: 'A letter', mine: false, toDecide: true });

    await t.drain();
    const [told] = (await daniel.get('/my/notices')).json<NoticePage>().items;
    expect(told).toMatchObject({ kind: 'decide', what: 'erasure', personName: null, link: '/data-protection' });
    expect((await helen.get('/my/notices')).json<NoticePage>().items.map(({ kind }) => kind)).toEqual(['data-ready']);
    await t.db.sql(`update attempt set percent = 5 where person_id = $1`, [tariq]);
    expect((await daniel.get(`/erasures/${id}`)).json<ErasureToDecide>().changed).toBe(true);
    expect(code(await daniel.post(`/erasures/${id}/approve`))).toBe('facts-changed');
    expect((await daniel.post(`/erasures/${id}/refuse`, { note: 'Look again' })).status).toBe(204);
    expect((await helen.post(`/erasures/${id}/withdraw`)).status).toBe(409);

    const again = (await propose()).json<Created>().id;
    const totals = () => t.db.sql('select course_id, count(*), max(completed_on) from standing_dates group by 1');
    const before = await totals();
    // Called otherwise in between: it is no other erasure for that, and is gone from its past.
    await t.db.sql(`update assignment_rule set name = 'Refresher', version = version + 1 where id = $1`, [rule]);
    expect((await daniel.post(`/erasures/${again}/approve`)).status).toBe(204);
    const past = await t.db.sql<{ name: string }>(
      `select row ->> 'name' as name from row_history where entity_id = any ($1) order by id`,
      [[rule, audience]],
    );
    expect(past.map(({ name }) => name)).toEqual(['Refresher of Erased person', 'Bell’s crew', 'Refresher']);
    const { erasure } = (await helen.get(`/erasures/${again}`)).json<ErasureToDecide>();
    expect(erasure.remained).toEqual([{ kind: 'audience', id: audience, whole: false }]);
    expect(code(await daniel.post(`/erasures/${again}/approve`))).toBe('decided');
    expect(await totals()).toEqual(before);
    const [applied] = (await helen.get('/erasures?show=decided')).json<ErasurePage>().items;
    expect(applied).toMatchObject({
      state: 'applied',
      name: 'Erased person',
      reason: '',
      proposedByName: 'Helen Marsh',
    });
  });

  it('leaves nobody to be found, and what was taken away before verifies still', async () => {
    for (const url of [`/people/${tariq}`, `/people/${tariq}/record`, `/people/${tariq}/erasure`]) {
      expect([url, (await helen.get(url)).status]).toEqual([url, 404]);
    }
    expect((await helen.get('/people?q=erased')).json<PersonPage>().items).toEqual([]);
    expect((await helen.post(`/people/${tariq}/data`, { reason: 'x' })).status).toBe(404);
    expect((await helen.post(`/people/${tariq}/legal-holds`, { reason: 'x' })).status).toBe(404);
    const other = await t.make.person();
    const merge = { keepId: other, mergeId: tariq };
    expect((await helen.post('/merges/preview', merge)).status).toBe(404);
    expect((await helen.get('/retention/due')).json<DuePage>().total).toBe(0);

    expect(verifyRecord(record, [], null).faults).toEqual([]);
    const after = (await helen.get(`/people/${tariq}/record.json`)).json<RecordFile>();
    expect(after.record.person.name).toBe('Erased person');
    expect(after.record.entries[0]?.hash).toBe(record.record.entries[0]?.hash);
    expect(verifyRecord(after, [], null).faults).toEqual([]);
    const [certificate] = await t.db.sql<{ code: string }>('select code from certificate where person_id = $1', [
      tariq,
    ]);
    expect((await t.anonymous.get(`/certificates/${certificate?.code}`)).json()).toMatchObject({
      holderName: null,
      state: 'valid',
    });
    const owner = new Database({ connectionString: t.db.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    expect(await checkRecords(owner)).toMatchObject({ brokenCount: 0, entries: 1 });
    await owner.end();
  });

  it('forgets the files after it, once or twice', async () => {
    const [erasure] = await t.db.sql<{ id: string; files: string[] }>(
      `select id, files from erasure where state = 'applied'`,
    );
    expect(erasure?.files).toEqual([picture]);
    expect(picture).toBe(createHash('sha256').update(PICTURE).digest('hex'));
    const folder = path.join(t.dataDir, 'mail');
    await mkdir(folder, { recursive: true });
    const [theirs, others] = [uuid(), uuid()];
    await t.db.sql(
      `insert into mail (id, recipient, subject, text_body, html_body, state, created_at) values ($1, 'owen@home.test', 'Due', '', '', 'kept', now())`,
      [others],
    );
    for (const name of [`${theirs}.eml`, `${others}.eml`, 'README.txt'])
      await writeFile(path.join(folder, name), 'To: …');
    for (const _ of [1, 2]) await t.app.get(ForgetFiles).run(erasure?.id ?? '', never);
    expect((await readdir(folder)).sort()).toEqual([`${others}.eml`, 'README.txt'].sort());
    expect(await t.app.get(Storage).size(picture)).toBeUndefined();
    expect(await t.db.sql('select files from erasure where id = $1', [erasure?.id])).toEqual([{ files: [] }]);
  });
});
