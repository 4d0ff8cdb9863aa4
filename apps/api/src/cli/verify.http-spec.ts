import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KeepDailyAnchor } from '@lms/api-records';
import type { AnchorList, RecordFile, SigningKey } from '@lms/contracts';
import { canonicalise, type JsonValue } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../test/http/test-app.js';
import { anchor } from './anchor.js';
import { check } from './check.js';
import { Differences } from './differences.js';
import { testIo } from './test-io.test.js';
import { verify } from './verify.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('verifying what was taken away', () => {
  let t: TestApp;
  let learnerId: string;
  let learner: Client;
  let auditor: Client;
  let said: string[];
  const file = (name: string) => path.join(t.dataDir, name);

  beforeAll(async () => {
    t = await testApp();
    learnerId = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
    learner = await t.as(learnerId);
    const auditorId = await t.make.person();
    await t.make.grant({ personId: auditorId, role: 'auditor' });
    auditor = await t.as(auditorId);
    const course = await t.make.course();
    const version = await t.make.courseVersion({ courseId: course, state: 'published' });
    for (const day of ['2026-01-10', '2026-02-10', '2026-03-10'])
      await t.db.sql(`select append_completion($1, $2, $3, $4, null, 'manual', $5, '{"score": 80}', $6)`, [
        learnerId,
        course,
        version,
        day,
        uuid(),
        `${day}T09:00:00Z`,
      ]);
    expect(await t.app.get(KeepDailyAnchor).run()).toBe(true);
    const [first] = (await auditor.get('/anchors')).json<AnchorList>().items;
    expect(first).toMatchObject({ people: 1, entries: 3 });
    await writeFile(file('anchor.jsonl'), (await auditor.get(`/anchors/${first?.day}`)).body);
  });
  afterAll(() => t.stop());
  beforeEach(() => void (said = []));

  const io = { print: (line: string) => void said.push(line) };
  const run = (files: string[], key?: string) => verify(io, files.map(file), key ? { key } : {});
  const takeAway = async (name: string) => {
    await writeFile(file(name), (await learner.get('/my/record.json')).body);
  };
  const told = () => said.join('\n');

  it('finds a record whole, offline, with the published key', async () => {
    await takeAway('record.json');
    const published = await t.app.inject({
      url: '/.well-known/waymark-key',
      headers: { host: 'waymark.localhost:3000' },
    });
    const { publicKey } = published.json<SigningKey>();
    await run(['record.json', 'anchor.jsonl'], publicKey);
    expect(told()).toContain('Aisha Karim, 3 entries, 1 anchor.');
    expect(said.at(-1)).toBe('All is well.');
    await expect(run(['record.json'], 'ab'.repeat(32))).rejects.toThrow(Differences);
    expect(told()).toContain('somebody else signed it');
  });

  it('names what was changed in the file itself', async () => {
    const { record, signature } = JSON.parse(await readFile(file('record.json'), 'utf8')) as RecordFile;
    const [first, second, ...rest] = record.entries;
    if (!first || !second) throw new Error('There are three');
    const changed = { ...second, body: second.body.replace('2026-02-10', '2026-02-11') };
    await writeFile(
      file('changed.json'),
      JSON.stringify({ record: { ...record, entries: [first, changed, ...rest] }, signature }),
    );
    await expect(run(['changed.json'])).rejects.toThrow(Differences);
    expect(told()).toContain('The signature of this file is not right');
    expect(told()).toContain('Entry 2: its text was changed after it was recorded.');
    const value = { ...second, private: second.private.map((p) => ({ ...p, value: '100' })) };
    await writeFile(
      file('value.json'),
      JSON.stringify({ record: { ...record, entries: [first, value, ...rest] }, signature }),
    );
    await expect(run(['value.json'])).rejects.toThrow(Differences);
    expect(told()).toContain('Entry 2: a value kept beside it is not the one that was recorded.');
  });

  it('lets nobody who is not to see all records take the anchors', async () => {
    expect((await learner.get('/anchors')).status).toBe(403);
    const as = async (role: string, organisationId?: string) => {
      const id = await t.make.person();
      await t.make.grant({ personId: id, role, ...(organisationId ? { organisationId } : {}) });
      return t.as(id);
    };
    const coordinator = await as('coordinator', await t.make.organisation());
    expect((await coordinator.get('/anchors')).status).toBe(403);
    const administrator = await as('administrator');
    const [anchor] = (await administrator.get('/anchors')).json<AnchorList>().items;
    expect(anchor?.publicKey).toMatch(/^[0-9a-f]{64}$/);
    expect((await administrator.get(`/anchors/${anchor?.day}`)).status).toBe(200);
  });

  it('is not fooled by an anchor that was changed', async () => {
    const lines = (await readFile(file('anchor.jsonl'), 'utf8')).replaceAll('"seq":3', '"seq":2');
    await writeFile(file('other.jsonl'), lines);
    await expect(run(['record.json', 'other.jsonl'])).rejects.toThrow(Differences);
    expect(told()).toContain('The signature of this anchor is not right');
  });

  it('names the entry that a superuser changed', async () => {
    await t.db.sql(
      `update ledger_entry set body = replace(body, '2026-02-10', '2026-02-11'), completed_on = '2026-02-11' where person_id = $1 and seq = 2`,
      [learnerId],
    );
    await takeAway('tampered.json');
    await expect(run(['tampered.json'])).rejects.toThrow(Differences);
    expect(told()).toContain('Entry 2: its text was changed after it was recorded.');
    expect(told()).not.toContain('signature');
  });

  it('names it also when all hashes from there on were made anew: the anchor knows them', async () => {
    const rows = await t.db.sql<{ seq: number; body: string }>(
      'select seq, body from ledger_entry where person_id = $1 and seq >= 2 order by seq',
      [learnerId],
    );
    let prev = (
      await t.db.sql<{ hash: string }>(
        `select encode(hash, 'hex') as hash from ledger_entry where person_id = $1 and seq = 1`,
        [learnerId],
      )
    )[0]?.hash;
    for (const { seq, body } of rows) {
      const text = canonicalise({ ...(JSON.parse(body) as Record<string, JsonValue>), prev: prev ?? '' });
      const hash = sha256(`waymark-ledger-v1\n${text}`);
      await t.db.sql(
        `update ledger_entry set body = $3, prev_hash = decode($4, 'hex'), hash = decode($5, 'hex') where person_id = $1 and seq = $2`,
        [learnerId, seq, text, prev, hash],
      );
      prev = hash;
    }
    await t.db.sql(`update ledger_head set hash = decode($2, 'hex') where person_id = $1`, [learnerId, prev]);
    await takeAway('remade.json');
    await run(['remade.json']);
    expect(said.at(-1)).toBe('All is well.');
    await expect(run(['remade.json', 'anchor.jsonl'])).rejects.toThrow(Differences);
    expect(told()).toMatch(/Entry 2: it is not what was anchored on \d{4}-\d\d-\d\d at \d\d:\d\d UTC\./);

    // The chain is sound in itself; the anchor that is kept beside it says otherwise.
    await t.db.sql(`update ledger_entry set recorded_at = (body::jsonb ->> 'at')::timestamptz where person_id = $1`, [
      learnerId,
    ]);
    const own = await testIo(t.db, { WAYMARK_DATA_DIR: t.dataDir });
    await expect(check(own)).rejects.toThrow(Differences);
    expect(own.printed).toEqual([
      'Records: 1 people, 3 entries, 0 broken.',
      expect.stringMatching(/^Standings: /),
      expect.stringMatching(/^Standings of the day: /),
      expect.stringMatching(/^Person [0-9a-f-]{36}, entry 2: it is not what was anchored on /),
      expect.stringMatching(/^Anchor of \d{4}-\d\d-\d\d: 1 records, 1 are not what was anchored\.$/),
    ]);
  });

  it('names an entry that was cut off', async () => {
    await t.db.sql('delete from ledger_private where person_id = $1 and seq = 3', [learnerId]);
    await t.db.sql('delete from ledger_entry where person_id = $1 and seq = 3', [learnerId]);
    await takeAway('short.json');
    await expect(run(['short.json', 'anchor.jsonl'])).rejects.toThrow(Differences);
    expect(told()).toContain('Entry 2: it is not what was anchored');
  });

  it('writes an anchor by command, and one a day by itself', async () => {
    const command = await testIo(t.db, { WAYMARK_DATA_DIR: t.dataDir });
    await anchor(command, file('now.jsonl'));
    expect(command.printed[1]).toMatch(/^People: 1\. Entries: 2\. Signed with the key [0-9a-f]{64}\.$/);
    await run(['short.json', 'now.jsonl']);
    expect(said.at(-1)).toBe('All is well.');
    await expect(anchor(command, file('now.jsonl'))).rejects.toThrow('There is a file');
    expect(await t.app.get(KeepDailyAnchor).run()).toBe(false);
  });

  it('says what it cannot read', async () => {
    await writeFile(file('letter.txt'), 'Dear all');
    await expect(run(['letter.txt'])).rejects.toThrow('neither a record nor an anchor');
    await expect(run(['nothing.json'])).rejects.toThrow('There is no file');
    await expect(run(['record.json'], 'abc')).rejects.toThrow('64 hexadecimal digits');
  });
});
