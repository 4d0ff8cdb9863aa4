import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PAGE, launching, scorm12, scorm2004, zipOf } from '../../../../../test/fixtures/packages/build.js';
import { manifest12, manifest2004 } from '../../../../../test/fixtures/packages/manifests.js';
import { unpack } from '../../../../../test/fixtures/packages/unpack.js';

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a good package', () => {
  it('of SCORM 1.2 comes out whole', async () => {
    const { unpacked, storage } = await unpack(
      scorm12({ title: 'Plant &amp; people' }, { 'index.html': PAGE, 'a.js': 'x' }),
    );
    expect(unpacked).toMatchObject({
      standard: 'scorm12',
      edition: '1.2',
      title: 'Plant & people',
      entryRoot: '',
      organizationCount: 1,
    });
    expect(unpacked.scos).toEqual([
      {
        identifier: 'item_1',
        title: 'Lesson one',
        scormType: 'sco',
        href: 'index.html',
        path: 'index.html',
        masteryScore: null,
        dataFromLms: null,
        maxTimeAllowed: null,
        timeLimitAction: null,
        minNormalizedMeasure: null,
        prerequisites: null,
        completionThreshold: null,
      },
    ]);
    expect(unpacked.files).toContainEqual({
      path: 'index.html',
      sha256: sha256Of(PAGE),
      size: PAGE.length,
      mediaType: 'text/html',
    });
    expect(unpacked.files.map((file) => file.mediaType)).toEqual(['application/xml', 'text/html', 'text/javascript']);
    expect(unpacked.totalSize).toBe(unpacked.files.reduce((sum, file) => sum + file.size, 0));
    for (const file of unpacked.files) expect(storage.blobs.get(file.sha256)?.length).toBe(file.size);
  });

  it.each([
    ['CAM 1.3', '2004 2nd edition'],
    ['2004 3rd Edition', '2004 3rd edition'],
    ['2004 4th Edition', '2004 4th edition'],
    ['', '2004'],
  ])('of SCORM 2004 says its edition: %j', async (version, edition) => {
    const { unpacked } = await unpack(scorm2004({ version }));
    expect(unpacked).toMatchObject({ standard: 'scorm2004', edition });
  });

  it('tells what its lessons ask for, in SCORM 1.2', async () => {
    const inside =
      '<adlcp:prerequisites type="aicc_script">a&amp;b</adlcp:prerequisites><adlcp:maxtimeallowed>00:30:00' +
      '</adlcp:maxtimeallowed><adlcp:timelimitaction>exit, message</adlcp:timelimitaction>' +
      '<adlcp:datafromlms><![CDATA[x&y=1]]></adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>';
    const { unpacked } = await unpack(launching('index.html', { inside }));
    expect(unpacked.scos[0]).toMatchObject({
      prerequisites: 'a&b',
      maxTimeAllowed: '00:30:00',
      timeLimitAction: 'exit,message',
      dataFromLms: 'x&y=1',
      masteryScore: 80,
    });
  });

  it('is not held up by numbers and words without end', async () => {
    const inside =
      `<adlcp:masteryscore>${'1'.repeat(2_000_000)}x</adlcp:masteryscore>` +
      `<adlcp:timelimitaction>a${' '.repeat(2_000_000)}b</adlcp:timelimitaction>`;
    const { unpacked } = await unpack(launching('index.html', { inside }));
    expect(unpacked.scos[0]).toMatchObject({ masteryScore: null, timeLimitAction: null });
  });

  it.each([
    [
      '<imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective>',
      0.7,
    ],
    ['<imsss:primaryObjective satisfiedByMeasure="true"/>', 1],
    [
      '<imsss:primaryObjective><imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective>',
      null,
    ],
  ])('tells the passing measure, in SCORM 2004: %s', async (objective, expected) => {
    const inside =
      `<imsss:sequencing><imsss:objectives>${objective}</imsss:objectives></imsss:sequencing>` +
      '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.9"/>';
    const { unpacked } = await unpack(scorm2004({ items: [{ id: 'a', inside }] }));
    expect(unpacked.scos[0]).toMatchObject({ minNormalizedMeasure: expected, completionThreshold: 0.9 });
  });

  it('takes shared sequencing by its reference', async () => {
    const shared =
      '<imsss:sequencingCollection><imsss:sequencing ID="s"><imsss:limitConditions attemptAbsoluteDurationLimit="PT1H"/>' +
      '</imsss:sequencing></imsss:sequencingCollection></manifest>';
    const manifest = manifest2004({ items: [{ id: 'a', inside: '<imsss:sequencing IDRef="s"/>' }] });
    const { unpacked } = await unpack(
      zipOf({ 'imsmanifest.xml': manifest.replace('</manifest>', shared), 'index.html': PAGE }),
    );
    expect(unpacked.scos[0]?.maxTimeAllowed).toBe('PT1H');
  });

  it('with many lessons keeps their order and kinds, nested ones too', async () => {
    const items = [
      { id: 'a', href: 'a.html', inside: '<item identifier="b" identifierref="res_c"><title>Inner</title></item>' },
      { id: 'c', href: 'c.html', type: 'asset' as const },
    ];
    const { unpacked } = await unpack(scorm12({ items }, { 'a.html': PAGE, 'c.html': PAGE }));
    expect(unpacked.scos.map((sco) => [sco.identifier, sco.title, sco.path, sco.scormType])).toEqual([
      ['a', 'a', 'a.html', 'sco'],
      ['b', 'Inner', 'c.html', 'asset'],
      ['c', 'c', 'c.html', 'asset'],
    ]);
  });

  it('may hold only pages that never report', async () => {
    const { unpacked } = await unpack(launching('index.html', { type: 'asset' }));
    expect(unpacked.scos.map((sco) => sco.scormType)).toEqual(['asset']);
  });

  it('takes the default organisation, else the first', async () => {
    const second =
      '<organization identifier="two"><title>Two</title><item identifier="x" identifierref="res_item_1"/></organization>';
    const build = (preferred: string) =>
      zipOf({
        'imsmanifest.xml': manifest12()
          .replace('default="org"', `default="${preferred}"`)
          .replace('</organizations>', `${second}</organizations>`),
        'index.html': PAGE,
      });
    expect((await unpack(build('two'))).unpacked).toMatchObject({ title: 'Two', organizationCount: 2 });
    expect((await unpack(build('gone'))).unpacked).toMatchObject({ title: 'A course', organizationCount: 2 });
  });
});
