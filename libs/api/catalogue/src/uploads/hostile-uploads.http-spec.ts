import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Upload } from '@lms/contracts';
import { docx } from '../../../../../test/fixtures/documents.js';
import { scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { mp4 } from '../../../../../test/fixtures/packages/media.js';
import { processed, until } from '../../../../../test/fixtures/packages/processed.js';
import { REFUSED_MANIFESTS } from '../../../../../test/fixtures/packages/refused-manifests.js';
import { REFUSED_ZIPS } from '../../../../../test/fixtures/packages/refused-zips.js';
import { png } from '../../../../../test/fixtures/pictures.js';
import { storedFiles } from '../../../../../test/fixtures/stored-files.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const MB = 1024 * 1024;
const OCTETS = { 'content-type': 'application/octet-stream' };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = '<!doctype html><script>alert(1)</script>';

/** One for each reason there is; every single one is judged by itself in the tests of packages. */
const ONE_OF_EACH = new Map([...REFUSED_ZIPS, ...REFUSED_MANIFESTS].map((one) => [one.code, one])).values();

let t: TestApp;
let author: Client;

beforeAll(async () => {
  t = await testApp();
  const me = await t.make.person();
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
  await t.work();
});
afterAll(() => t.stop());

/** Through the whole way: sent, taken by the worker, looked into. */
async function upload(kind: string, name: string, body: Uint8Array): Promise<Upload> {
  const sent = await author.post(`/uploads?kind=${kind}&name=${encodeURIComponent(name)}`, Buffer.from(body), OCTETS);
  return processed(author, sent.json<Upload>().id);
}
const stored = () => storedFiles(t);
const rows = async () =>
  t.db.sql('select (select count(*) from content_package) as p, (select count(*) from package_file) as f');

describe('hostile packages', () => {
  it('are refused one after the other by the same worker, each with its reason, and nothing of them remains', async () => {
    const [files, before] = [await stored(), await rows()];
    const mute: string[] = [];
    for (const { what, says, zip } of ONE_OF_EACH) {
      const body = zip();
      const { state, refusal } = await upload('package', 'a.zip', body);
      if (state !== 'refused' || !says.test(refusal ?? '')) mute.push(`${what}: ${state}, ${String(refusal)}`);
    }
    expect(mute).toEqual([]);
    await until(async () => (await stored()).length === files.length);
    expect(await rows()).toEqual(before);
    // And the worker goes on as if nothing had been.
    expect(await upload('package', 'good.zip', scorm12({ title: 'Good' }))).toMatchObject({ state: 'ready' });
  }, 180_000);
});

describe('files that are not what they are sent as', () => {
  const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
  it.each<[string, string, string, () => Uint8Array, RegExp]>([
    ['a drawing with script', 'document', 'a.pdf', () => Buffer.from(SVG), /not a PDF/],
    ['a page with script', 'document', 'a.pdf', () => Buffer.from(HTML), /not a PDF/],
    ['a page with a document in it', 'document', 'a.pdf', () => Buffer.concat([Buffer.from(HTML), pdf]), /begins with/],
    ['a document that is a package', 'document', 'a.pdf', () => Buffer.concat([pdf, scorm12()]), /zip file at once/],
    ['a package', 'document', 'a.pdf', () => scorm12(), /not a PDF/],
    ['a page with script', 'document', 'a.html', () => Buffer.from(HTML), /can run a program/],
    ['a drawing with script', 'document', 'a.png', () => Buffer.from(SVG), /can run a program/],
    ['macros', 'document', 'a.docx', () => docx('<w/>', { 'word/vbaProject.bin': 'x' }), /macros or programs/],
    [
      'a picture that is a package',
      'document',
      'a.png',
      () => Buffer.concat([png(2, 2), scorm12()]),
      /zip file as well/,
    ],
    ['a drawing with script', 'image', 'a.png', () => Buffer.from(SVG), /not a PNG.*SVG/],
    ['a drawing with script', 'file', 'a.svg', () => Buffer.from(SVG), /can run a program/],
    ['a page with script', 'file', 'a.txt', () => Buffer.from(HTML), /can run a program/],
    ['a drawing with script', 'video', 'a.mp4', () => Buffer.from(SVG), /not an MP4 or WebM/],
    ['a picture with script', 'video', 'a.mp4', () => Buffer.from('GIF89a=1;alert(1)'), /not an MP4 or WebM.*GIF/],
    ['a package', 'video', 'a.mp4', () => scorm12(), /not an MP4 or WebM/],
    ['a page with script', 'captions', 'a.vtt', () => Buffer.from(HTML), /not a captions file/],
    ['a film', 'captions', 'a.vtt', () => mp4(), /captions/],
    ['a document', 'package', 'a.zip', () => pdf, /not a zip/],
    ['a page with script', 'package', 'a.zip', () => Buffer.from(HTML), /not a zip/],
  ])('%s as a %s', async (_what, kind, name, body, reason) => {
    const files = await stored();
    const refused = await upload(kind, name, body());
    expect(refused).toMatchObject({ state: 'refused', refusal: expect.stringMatching(reason), activityKind: null });
    await until(async () => (await stored()).length === files.length);
  });

  it.each(['text/html', 'image/svg+xml', 'application/zip', 'multipart/form-data; boundary=x', 'text/plain'])(
    'nothing is taken in as %s',
    async (type) => {
      const files = await stored();
      const answer = await author.post('/uploads?kind=document&name=a.pdf', Buffer.from(HTML), {
        'content-type': type,
      });
      expect(answer.status).toBe(415);
      expect(await stored()).toEqual(files);
    },
  );
});

// Last: every look into the storage takes longer after it.
describe('a package', () => {
  it('of as many tiny files as there may be are unpacked in little memory', async () => {
    const many = Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`f/${n}.txt`, `${n}`]));
    const zip = scorm12({ title: 'Many' }, { 'index.html': HTML, ...many });
    const before = process.memoryUsage.rss();
    expect(await upload('package', 'many.zip', zip)).toMatchObject({ state: 'ready', title: 'Many' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MB);
  }, 120_000);
});
