import { describe, expect, it } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { generateAlliance } from '../alliance/generate.js';
import { bookmarkOf, lessonScreens, type LessonFile } from './bookmarks.js';
import { demoFiles, posterOf } from './demo-files.js';
import { buildPdf, documentNames } from './documents.js';
import { buildPackage, packageNames } from './packages.js';

describe.each(packageNames)('the lesson %s', (name) => {
  const files = unzipSync(buildPackage(name));
  const textOf = (file: string): string => strFromU8(files[file]!);

  it('is the same bytes every time', () => {
    expect(buildPackage(name)).toEqual(buildPackage(name));
  });

  it('has a well-formed manifest that names every file and nothing else', () => {
    const xml = textOf('imsmanifest.xml');
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true });
    const { manifest } = parser.parse(xml) as {
      manifest: { resources: { resource: { '@href': string; file: { '@href': string }[] } } };
    };
    const { resource } = manifest.resources;
    expect(files[resource['@href']]).toBeDefined();
    expect(resource.file.map((file) => file['@href']).sort()).toEqual(
      Object.keys(files)
        .filter((file) => file !== 'imsmanifest.xml')
        .sort(),
    );
  });

  it('has a page that closes what it opens and asks for nothing from outside', () => {
    const html = textOf('index.html');
    const closed = html
      .replace('<!doctype html>', '')
      .replace(/<(meta|link|input)([^>]*)>/g, '<$1$2/>')
      .replace(/ hidden(?=[ >])/g, ' hidden=""');
    expect(XMLValidator.validate(closed)).toBe(true);
    for (const [, used] of html.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)) expect(files[used!]).toBeDefined();
    for (const file of ['index.html', 'lesson.css', 'lesson.js'])
      expect(textOf(file)).not.toMatch(/https?:\/\/|@import/);
  });

  it('has the screens that bookmarks name, and four questions with one right answer each', () => {
    const html = textOf('index.html');
    const screens = [...html.matchAll(/<section class="screen" id="([^"]+)"/g)].map(([, id]) => id);
    expect(screens).toEqual(lessonScreens[`${name}.zip` satisfies LessonFile].screens);
    const questions = [...html.matchAll(/<fieldset data-question="[^"]+" data-right="([^"]+)"[\s\S]*?<\/fieldset>/g)];
    expect(questions).toHaveLength(4);
    for (const [fieldset, right] of questions) expect(fieldset).toContain(`value="${right}"`);
  });

  it('resumes at a screen it has', () => {
    const elements = bookmarkOf(`${name}.zip`, 2);
    const location = elements['cmi.core.lesson_location'] ?? elements['cmi.location'];
    expect(location).toBe(lessonScreens[`${name}.zip`].screens[2]);
  });
});

describe.each(documentNames)('the document %s', (name) => {
  it('is a tagged PDF in British English with a title and its pages, the same every time', async () => {
    const bytes = await buildPdf(name);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain('/Title');
    const file = demoFiles.find((one) => one.name === `${name}.pdf`)!;
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(file.length!);
    expect(await buildPdf(name)).toEqual(bytes);
  });
});

describe('the files of the demo', () => {
  it.each([
    ['incursions', 34],
    ['outcomes', 41],
  ])('have the film %s, which starts at once, its captions and its picture', async (film, seconds) => {
    const bytes = new Map(await Promise.all(demoFiles.map(async (file) => [file.name, await file.read()] as const)));
    for (const [, content] of bytes) expect(content.length).toBeGreaterThan(300);
    expect(demoFiles.find(({ name }) => name === `${film}.mp4`)?.length).toBe(seconds);
    const video = Buffer.from(bytes.get(`${film}.mp4`)!);
    expect(video.length).toBeLessThan(1_500_000);
    expect(video.toString('latin1', 4, 8)).toBe('ftyp');
    expect(video.indexOf('moov')).toBeLessThan(video.indexOf('mdat'));
    expect(bytes.get(posterOf(`${film}.mp4`))!.length).toBeGreaterThan(10_000);
    const captions = strFromU8(bytes.get(`${film}.en.vtt`)!);
    expect(captions.startsWith('WEBVTT\n')).toBe(true);
    const ends = [...captions.matchAll(/--> 00:(\d\d)\.(\d{3})/g)].map(([, s, ms]) => Number(`${s}.${ms}`));
    expect(ends.length).toBeGreaterThan(5);
    expect(Math.max(...ends)).toBeLessThanOrEqual(seconds);
  });

  it('are all that the courses ask for', () => {
    const names = new Set(demoFiles.map(({ name }) => name));
    const { courses } = generateAlliance({ seed: 1, today: '2026-11-23' });
    const activities = courses.flatMap(({ versions }) => versions.flatMap((version) => version.activities));
    const asked = activities.flatMap(({ file, captions }) => [file ?? [], captions.map((one) => one.file)].flat());
    expect(new Set(asked).size).toBe(9);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });
});
