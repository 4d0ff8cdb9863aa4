import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import { KeepDailyAnchor } from '@lms/api-records';
import type { Created, ListFileItem, PackManifest } from '@lms/contracts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../test/http/test-app.js';
import { Differences } from './differences.js';
import { verify } from './verify.js';

describe('verifying an audit pack', () => {
  let t: TestApp;
  let learnerId: string;
  let bytes: Buffer;
  let files: Record<string, Uint8Array>;
  let said: string[];

  beforeAll(async () => {
    t = await testApp();
    learnerId = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
    const auditorId = await t.make.person();
    await t.make.grant({ personId: auditorId, role: 'auditor' });
    const auditor = await t.as(auditorId);
    const course = await t.make.course();
    const version = await t.make.courseVersion({ courseId: course, state: 'published' });
    for (const day of ['2026-01-10', '2026-02-10'])
      await t.db.sql(`select append_completion($1, $2, $3, $4, null, 'manual', $5, '{"score": 80}', $6)`, [
        ...[learnerId, course, version, day, uuid(), `${day}T09:00:00Z`],
      ]);
    await t.app.get(KeepDailyAnchor).run();
    await t.work();
    bytes = await made(auditor);
    files = unzipSync(new Uint8Array(bytes));
  });
  afterAll(() => t.stop());
  beforeEach(() => void (said = []));

  async function made(client: Client): Promise<Buffer> {
    const asked = { list: 'audit-pack', format: 'zip', filters: { personId: learnerId } };
    const { id } = (await client.post('/list-files', asked)).json<Created>();
    const state = async () => (await client.get(`/list-files/${id}`)).json<ListFileItem>().state;
    for (let n = 0; n < 200 && (await state()) !== 'ready'; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await state()).toBe('ready');
    const [row] = await t.db.sql<{ sha256: string }>('select sha256 from list_file where id = $1', [id]);
    return buffer(t.app.get(Storage).open(row!.sha256));
  }

  const io = { print: (line: string) => void said.push(line.replace(`${t.dataDir}/`, '')) };
  const run = async (given: Uint8Array, key?: string) => {
    const file = path.join(t.dataDir, 'pack.zip');
    await writeFile(file, given);
    return verify(io, [file], key ? { key } : {});
  };
  const packed = (changes: Record<string, Uint8Array | null>) =>
    zipSync(Object.fromEntries(Object.entries({ ...files, ...changes }).flatMap(([n, b]) => (b ? [[n, b]] : []))));
  const wrong = async (given: Uint8Array, key?: string) => {
    await expect(run(given, key)).rejects.toThrow(Differences);
    return said.filter((line) => !line.startsWith('Signed with'));
  };
  const text = (name: string) => strFromU8(files[name]!);
  const record = () => `records/${learnerId}.json`;

  it('finds it whole, also with the published key, and each record alone', async () => {
    await run(bytes);
    expect(said[0]).toMatch(/^pack\.zip: Aisha Karim as known at .*Z, 1 person, 1 record, 9 files\.$/);
    expect(said.at(-1)).toBe('All is well.');
    const { manifest } = JSON.parse(text('manifest.json')) as PackManifest;
    await run(bytes, manifest.publicKey);
    const alone = [path.join(t.dataDir, 'record.json'), path.join(t.dataDir, 'anchor.jsonl')] as const;
    await writeFile(alone[0], files[record()]!);
    await writeFile(alone[1], files['anchor.jsonl']!);
    await verify(io, [...alone], {});
    expect(said.at(-1)).toBe('All is well.');
  });

  it('finds one for an employer whole, without any record, and says what it is', async () => {
    const organisationId = await t.make.organisation();
    await t.make.engagement({ personId: learnerId, organisationId });
    const personId = await t.make.person();
    await t.make.grant({ personId, role: 'coordinator', organisationId });
    const given = await made(await t.as(personId));
    await run(given);
    expect(said[0]).toMatch(
      /^pack\.zip: Aisha Karim as known at .*Z, as far as an employer may see it, 1 person, 0 records, 6 files\.$/,
    );
    expect(said.at(-1)).toBe('All is well.');
    const opened = unzipSync(new Uint8Array(given));
    const sealed = JSON.parse(strFromU8(opened['manifest.json']!)) as PackManifest;
    delete sealed.manifest.seenBy;
    const forged = zipSync({ ...opened, 'manifest.json': strToU8(JSON.stringify(sealed)) });
    expect((await wrong(forged)).join('\n')).toContain('manifest.json: its signature is not right');
  });

  it('names the file of which one byte was changed', async () => {
    for (const name of Object.keys(files).filter((one) => !/manifest|records|anchor/.test(one))) {
      said = [];
      const other = Uint8Array.from(files[name]!);
      other[other.length - 3]! ^= 1;
      expect(await wrong(packed({ [name]: other }))).toContain(`pack.zip: ${name}: it is not what was signed.`);
    }
  });

  it('finds whatever byte of the ZIP itself is changed within a file', async () => {
    for (const name of ['standing.csv', 'evidence.csv', 'summary.pdf', record()]) {
      said = [];
      const other = Uint8Array.from(bytes);
      // What is packed begins after the first, local mention of the name.
      other[bytes.indexOf(name) + name.length + 12]! ^= 0x10;
      expect((await wrong(other)).join('\n')).toContain(`pack.zip: ${name}: it `);
    }
    said = [];
    expect(await wrong(bytes.subarray(0, bytes.length - 40))).toEqual([
      'pack.zip: It is no ZIP that can be read: it was changed, or did not arrive whole.',
    ]);
  });

  it('names a row that was changed, also when the manifest was made anew', async () => {
    const rows = strToU8(text('standing.csv').replace('"valid"', '"expired"'));
    expect(rows).not.toEqual(files['standing.csv']);
    expect((await wrong(packed({ 'standing.csv': rows }))).slice(1)).toEqual([
      'pack.zip: standing.csv: it is not what was signed.',
    ]);
    said = [];
    const sealed = JSON.parse(text('manifest.json')) as PackManifest;
    const of = sealed.manifest.files.find(({ name }) => name === 'standing.csv')!;
    of.size = rows.length;
    of.sha256 = createHash('sha256').update(rows).digest('hex');
    const forged = packed({ 'standing.csv': rows, 'manifest.json': strToU8(JSON.stringify(sealed)) });
    expect((await wrong(forged)).slice(1)).toEqual([
      'pack.zip: manifest.json: its signature is not right: it was changed, or somebody else signed it.',
    ]);
  });

  it('names the entry of a record that was changed', async () => {
    const other = strToU8(text(record()).replaceAll('2026-02-10', '2026-02-11'));
    const told = (await wrong(packed({ [record()]: other }))).join('\n');
    expect(told).toContain(`${record()}: it is not what was signed.`);
    expect(told).toContain(`${record()}: Entry 2: its text was changed after it was recorded.`);
  });

  it('names what is missing, what was added, and a key that is not the published one', async () => {
    expect(await wrong(packed({ 'rules.csv': null }))).toContain('pack.zip: rules.csv: it is missing.');
    said = [];
    expect(await wrong(packed({ 'more.csv': strToU8('x') }))).toContain('pack.zip: more.csv: it was added afterwards.');
    said = [];
    expect((await wrong(bytes, 'ab'.repeat(32))).join('\n')).toContain('somebody else signed it');
    said = [];
    expect(await wrong(packed({ 'manifest.json': null }))).toEqual([
      'pack.zip: There is no manifest.json in it that can be read.',
    ]);
  });
});
