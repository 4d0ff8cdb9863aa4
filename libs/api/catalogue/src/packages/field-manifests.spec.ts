import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { launching, PAGE, scorm12, scorm2004, utf16, zipOf } from '../../../../../test/fixtures/packages/build.js';
import { manifest12, manifest2004 } from '../../../../../test/fixtures/packages/manifests.js';
import { unpack } from '../../../../../test/fixtures/packages/unpack.js';

describe('packages as they come from the field', () => {
  it('everything at once: a folder, capitals, UTF-16, spaces, other alphabets, macOS’s own files', async () => {
    const items = [{ id: 'a', title: 'Урок', href: 'Шаг%201/начало.html?lang=ru#top' }];
    const manifest = manifest12({ items, head: '<?xml version="1.0" encoding="UTF-16"?>' });
    const { unpacked, paths } = await unpack(
      zipOf({
        'Курс 2026/IMSMANIFEST.XML': utf16(manifest, 'le'),
        'Курс 2026/Шаг 1/начало.html': PAGE,
        'Курс 2026/日本語/音.js': 'x',
        '__MACOSX/Курс 2026/._IMSMANIFEST.XML': 'x',
        '.DS_Store': 'x',
      }),
    );
    expect(unpacked.entryRoot).toBe('Курс 2026/');
    expect(paths).toEqual(['IMSMANIFEST.XML', 'Шаг 1/начало.html', '日本語/音.js'].sort());
    expect(unpacked.scos[0]).toMatchObject({ title: 'Урок', path: 'Шаг 1/начало.html' });
    expect(unpacked.scos[0]?.href).toBe(
      `${encodeURIComponent('Шаг 1')}/${encodeURIComponent('начало.html')}?lang=ru#top`,
    );
  });

  it('SCORM 2004’s own spelling of what a lesson is launched with', async () => {
    const inside =
      '<adlcp:dataFromLMS>mode=full&amp;x=1</adlcp:dataFromLMS><adlcp:timeLimitAction>continue,no message</adlcp:timeLimitAction>';
    const { unpacked } = await unpack(scorm2004({ items: [{ id: 'a', inside }] }));
    expect(unpacked.scos[0]).toMatchObject({ dataFromLms: 'mode=full&x=1', timeLimitAction: 'continue,no message' });
  });

  it('prerequisites and a mastery score of several lessons', async () => {
    const score = (n: number) => `<adlcp:masteryscore>${n}</adlcp:masteryscore>`;
    const items = [
      { id: 'one', inside: score(80) },
      { id: 'two', inside: `<adlcp:prerequisites type="aicc_script">one&amp;~three</adlcp:prerequisites>${score(0)}` },
      { id: 'three', inside: score(101) },
    ];
    const { unpacked } = await unpack(scorm12({ items }));
    expect(unpacked.scos.map(({ prerequisites, masteryScore }) => [prerequisites, masteryScore])).toEqual([
      [null, 80],
      ['one&~three', 0],
      [null, null],
    ]);
  });

  it('metadata beside the manifest and inside it, with titles that are not the course’s', async () => {
    const metadata =
      '<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion><adlcp:location>meta/course.xml</adlcp:location>' +
      '<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring>Metadata</langstring></title></general></lom></metadata>';
    const manifest = manifest12({ title: 'The course' }).replace(/<metadata>.*<\/metadata>/s, metadata);
    const { unpacked, paths } = await unpack(
      zipOf({
        'imsmanifest.xml': manifest,
        'index.html': PAGE,
        'meta/course.xml': '<lom/>',
        'adlcp_rootv1p2.xsd': '<x/>',
      }),
    );
    expect(unpacked).toMatchObject({ title: 'The course', standard: 'scorm12', edition: '1.2' });
    expect(paths).toContain('meta/course.xml');
  });

  it('organisations that share lessons, none of them named as the one to use', async () => {
    const second =
      '<organization identifier="short"><title>Short</title><item identifier="s" identifierref="res_b"/></organization>';
    const items = [
      { id: 'a', href: 'a.html' },
      { id: 'b', href: 'b.html' },
    ];
    const manifest = manifest2004({ title: 'Long', items })
      .replace(' default="org"', '')
      .replace('</organizations>', `${second}</organizations>`);
    const { unpacked } = await unpack(zipOf({ 'imsmanifest.xml': manifest, 'a.html': PAGE, 'b.html': PAGE }));
    expect(unpacked).toMatchObject({ title: 'Long', organizationCount: 2 });
    expect(unpacked.scos.map((sco) => sco.path)).toEqual(['a.html', 'b.html']);
  });

  it('files are what their names say, whatever they look like', async () => {
    const gif = Buffer.from('GIF89a=1;alert(1)');
    const { unpacked } = await unpack(
      launching('index.html', {}, { 'index.html': PAGE, 'a.js': gif, 'a.gif': gif, 'page.txt': PAGE, noending: PAGE }),
    );
    const types = Object.fromEntries(unpacked.files.map(({ path, mediaType }) => [path, mediaType]));
    expect(types).toMatchObject({
      'a.js': 'text/javascript',
      'a.gif': 'image/gif',
      'page.txt': 'text/plain',
      noending: 'application/octet-stream',
    });
  });

  it('a zip file in a package stays packed, however much it would become', async () => {
    const inner = Buffer.from(zipOf({ 'a.bin': new Uint8Array(9 * 1024 * 1024) }));
    const { unpacked } = await unpack(scorm12({}, { 'index.html': PAGE, 'download.zip': inner }));
    expect(unpacked.files.find(({ path }) => path === 'download.zip')?.size).toBe(inner.length);
    expect(unpacked.totalSize).toBeLessThan(100_000);
  });

  it('nothing that a manifest names outside is asked for', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const doctype = `<!DOCTYPE manifest SYSTEM "${outside}/x.dtd">`;
    const schema = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${outside} ${outside}/x.xsd"`;
    const build = (head: string) =>
      zipOf({
        'imsmanifest.xml': manifest12({ head }).replace(
          '<manifest ',
          `<?xml-stylesheet href="${outside}/x.xsl"?><manifest ${schema} `,
        ),
        'index.html': PAGE,
      });
    expect((await unpack(build(doctype))).unpacked.title).toBe('A course');
    const entity = `<!DOCTYPE manifest [<!ENTITY x SYSTEM "${outside}/entity">]>`;
    await expect(unpack(build(entity))).rejects.toMatchObject({ code: 'manifest-entities' });
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toBe(0);
  });
});
