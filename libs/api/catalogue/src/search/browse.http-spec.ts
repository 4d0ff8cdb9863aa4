import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import { CatalogueCourse, CataloguePage, type Course, type Created } from '@lms/contracts';
import { buildPdf } from '@lms/demo';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { CatalogueFacade } from '../catalogue.facade.js';

const AT = '2026-11-01T09:00:00Z';
/** A machine that has other work to do is no failure. */
const SLOW = 60_000;
let t: TestApp;

beforeAll(async () => {
  t = await testApp();
}, SLOW);
afterAll(() => t.stop());

async function published(title: string, settings: Record<string, unknown> = {}): Promise<string> {
  const courseId = await t.make.course({ title });
  const columns = { visibility: 'everyone', self_enrolment: false, ...settings };
  const sets = Object.keys(columns).map((column, n) => `${column} = $${n + 2}`);
  await t.db.sql(`update course set ${sets.join(', ')} where id = $1`, [courseId, ...Object.values(columns)]);
  await t.make.publish(await t.make.courseVersion({ courseId }));
  return courseId;
}
const pageOf = async (client: Client, query = ''): Promise<CataloguePage> =>
  CataloguePage.parse((await client.get(`/catalogue${query}`)).json());
const seen = async (client: Client, query = ''): Promise<string[]> =>
  (await pageOf(client, query)).items.map((item) => item.title.map((part) => part.text).join(''));

describe('who sees a course', () => {
  const people: Record<string, Client> = {};
  const courses: Record<string, string> = {};
  let [supplier, partner]: string[] = [];

  async function engaged(name: string, organisationId: string | undefined, group: string, dates: object = {}) {
    const personId = await t.make.person();
    if (organisationId) await t.make.engagement({ personId, organisationId, employmentGroup: group, ...dates });
    people[name] = await t.as(personId);
    return personId;
  }

  beforeAll(async () => {
    supplier = await t.make.organisation({ kind: 'supplier' });
    partner = await t.make.organisation({ kind: 'partner' });
    const audience = (organisationKinds: string[], employmentGroups: string[]) => ({
      visibility: 'audience',
      audience: JSON.stringify({ organisationKinds, employmentGroups }),
    });
    courses['Everyone'] = await published('Everyone');
    courses['Suppliers'] = await published('Suppliers', audience(['supplier'], []));
    courses['Drivers'] = await published('Drivers', audience([], ['driver']));
    courses['Partner office'] = await published('Partner office', audience(['partner'], ['office', 'manager']));
    courses['Engaged'] = await published('Engaged', audience([], []));
    courses['Hidden'] = await published('Hidden', { visibility: 'hidden' });
    courses['Draft'] = await t.make.course({ title: 'Draft' });
    await t.make.courseVersion({ courseId: courses['Draft']! });

    await engaged('driver of a supplier', supplier, 'driver');
    await engaged('office of a partner', partner, 'office');
    const two = await engaged('both', supplier, 'site');
    await t.make.engagement({ personId: two, organisationId: partner!, employmentGroup: 'office' });
    await engaged('starter', partner, 'office', { startsOn: '2999-01-01' });
    await engaged('left', supplier, 'driver', { startsOn: '2020-01-01', endsOn: '2020-12-31' });
    const nobody = await engaged('nobody', undefined, '');
    const given = await engaged('given the hidden one', undefined, '');
    await t.db.sql(`insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, $4)`, [
      uuid(),
      given,
      courses['Hidden'],
      AT,
    ]);
    const did = await engaged('did the hidden one', undefined, '');
    const [version] = await t.db.sql<{ id: string }>('select id from course_version where course_id = $1', [
      courses['Hidden'],
    ]);
    await t.db.sql(`select append_completion($1, $2, $3, '2026-01-01', null, 'manual', $4, '{}', $5)`, [
      did,
      courses['Hidden'],
      version!.id,
      uuid(),
      AT,
    ]);
    await t.db.sql(
      `insert into assignment (id, person_id, course_id, state, closed_on, closed_why, created_at)
       values ($1, $2, $3, 'closed', '2026-11-02', 'withdrawn', $4)`,
      [uuid(), nobody, courses['Hidden'], AT],
    );
  }, SLOW);

  const MATRIX: [string, string[]][] = [
    ['driver of a supplier', ['Drivers', 'Engaged', 'Everyone', 'Suppliers']],
    ['office of a partner', ['Engaged', 'Everyone', 'Partner office']],
    ['both', ['Engaged', 'Everyone', 'Partner office', 'Suppliers']],
    ['starter', ['Engaged', 'Everyone', 'Partner office']],
    ['nobody', ['Everyone']],
    ['given the hidden one', ['Everyone', 'Hidden']],
    ['did the hidden one', ['Everyone', 'Hidden']],
  ];
  it.each(MATRIX)(
    '%s',
    async (who, expected) => {
      const client = people[who]!;
      expect(await seen(client)).toEqual(expected);
      for (const [title, id] of Object.entries(courses)) {
        const inside = expected.includes(title);
        const status = inside ? 200 : 404;
        expect([title, (await client.get(`/catalogue/${id}`)).status]).toEqual([title, status]);
        expect([title, await seen(client, `?q=${title.replace(' ', '+')}`)]).toEqual([title, inside ? [title] : []]);
        expect([title, (await client.put(`/catalogue/${id}/bookmark`, {})).status]).toEqual([
          title,
          inside ? 204 : 404,
        ]);
        if (!inside) expect((await client.put(`/catalogue/${id}/enrolment`, {})).status).toBe(404);
      }
      const { topic, kind, length } = (await pageOf(client)).facets!;
      expect([topic, kind, length]).toEqual([[], [], [{ value: 'to-30', count: expected.length }]]);
    },
    SLOW,
  );

  it('somebody who has left has no key of their former employer', async () => {
    const [{ keys }] = (await t.db.sql(
      `select learner_keys(e.person_id, '2026-11-23') as keys from engagement e where e.ends_on = '2020-12-31'`,
    )) as [{ keys: string[] }];
    expect(keys).toEqual(['*']);
  });

  it('is said with the course and may be changed', async () => {
    const personId = await t.make.person();
    await t.make.grant({ personId, role: 'author' });
    const author = await t.as(personId);
    const audience = { organisationKinds: ['partner'], employmentGroups: [] };
    await t.make.outcome('Inspiring Workplaces');
    const request = { code: 'SEE', title: 'Seeing', outcome: 'Inspiring Workplaces', visibility: 'audience', audience };
    const { id } = (await author.post('/courses', { ...request, selfEnrolment: true })).json<Created>();
    expect((await author.get(`/courses/${id}`)).json<Course>()).toMatchObject({ ...request, selfEnrolment: true });
    await t.make.publish((await author.get(`/courses/${id}`)).json<Course>().versions[0]!.id);
    expect(await seen(people['both']!, '?q=seeing')).toEqual(['Seeing']);
    expect(await seen(people['nobody']!, '?q=seeing')).toEqual([]);
    await author.put(`/courses/${id}`, { ...request, visibility: 'everyone' }, { 'if-match': '"1"' });
    expect(await seen(people['nobody']!, '?q=seeing')).toEqual(['Seeing']);
    const wrong = await author.put(`/courses/${id}`, { ...request, visibility: 'nobody' }, { 'if-match': '"2"' });
    expect(wrong.status).toBe(400);
  });
});

describe('what is saved', () => {
  it('is listed, belongs to one person, and is taken off again', async () => {
    const [one, other] = [await published('Keep this'), await published('And this')];
    const [client, stranger] = [await t.as(await t.make.person()), await t.as(await t.make.person())];
    expect(await seen(client, '?saved=true')).toEqual([]);
    for (const id of [one, one, other]) expect((await client.put(`/catalogue/${id}/bookmark`, {})).status).toBe(204);
    expect(await seen(client, '?saved=true')).toEqual(['And this', 'Keep this']);
    expect(await seen(client, '?saved=true&q=keep')).toEqual(['Keep this']);
    expect(await seen(stranger, '?saved=true')).toEqual([]);
    expect(CatalogueCourse.parse((await client.get(`/catalogue/${one}`)).json()).saved).toBe(true);
    expect((await client.delete(`/catalogue/${one}/bookmark`)).status).toBe(204);
    expect((await client.delete(`/catalogue/${one}/bookmark`)).status).toBe(204);
    expect(await seen(client, '?saved=true')).toEqual(['And this']);
    await t.db.sql(`update course set visibility = 'hidden' where id = $1`, [other]);
    expect(await seen(client, '?saved=true')).toEqual([]);
  });
});

describe('the words of files', () => {
  const vtt = 'WEBVTT\n\n00:00.000 --> 00:05.000\nA <b>crane</b> swings over the carriageway.\n';
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it(
    'are found once a job has read them, and after the index was made anew',
    async () => {
      const storage = t.app.get(Storage);
      const pdf = await buildPdf('welcome-handbook');
      await storage.put(Readable.from([pdf]));
      await storage.put(Readable.from([Buffer.from(vtt)]));
      const courseId = await t.make.course({ title: 'With files' });
      const version = await t.make.courseVersion({ courseId });
      const [document, film] = [uuid(), uuid()];
      await t.db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256, media_type)
       values ($1, $3, $1, 1, 'document', 'Read', $4, 'application/pdf'), ($2, $3, $2, 2, 'video', 'Film', 'f', 'video/mp4')`,
        [document, film, version, sha256(pdf)],
      );
      await t.db.sql(
        `insert into activity_captions (id, activity_id, language, label, sha256, size) values ($1, $2, 'en', 'English', $3, 1)`,
        [uuid(), film, sha256(Buffer.from(vtt))],
      );
      await t.make.publish(version);
      const client = await t.as(await t.make.person());
      expect(await seen(client, '?q=crane+carriageway')).toEqual([]);
      await t.drain();
      await t.work();
      await until(async () => (await seen(client, '?q=crane+carriageway')).length === 1);
      const [item] = (await pageOf(client, '?q=crane')).items;
      expect(item!.found).toEqual({
        in: 'captions',
        text: [
          { text: 'A ', hit: false },
          { text: 'crane', hit: true },
          { text: ' swings over the carriageway.', hit: false },
        ],
      });
      await until(async () => (await t.db.sql(`select from search_text where kind = 'document'`)).length === 1);
      const [words] = await t.db.sql<{ text: string }>(
        `select string_agg(text, ' ') as text from search_passage p join search_text s using (source) where s.kind = 'document'`,
      );
      expect(words!.text).toContain('Alliance');

      await t.db.sql(`delete from search_text`);
      await t.db.sql(`delete from search_word`);
      await t.db.sql(`insert into search_text (source, kind, words) values ('gone', 'page', '')`);
      const done = await t.app.get(CatalogueFacade).reindex(() => undefined);
      expect(done).toMatchObject({ files: 2, failed: 0 });
      expect((await pageOf(client, '?q=craen')).didYouMean).toBe('crane');
      expect(await t.db.sql(`select from search_text where source = 'gone'`)).toEqual([]);
    },
    SLOW,
  );
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
