import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ctx, Sql } from '@lms/api-platform';
import { CataloguePage, CatalogueQuery, type MarkedText } from '@lms/contracts';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';
import { CorrectQuery } from './correct-query.js';
import { SearchCatalogue } from './search-catalogue.js';

const TODAY = '2026-11-23';

describe('the search of the catalogue', () => {
  let db: TestDatabase;
  let make: Factory;
  let search: SearchCatalogue;
  let learner: string;

  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    const sql = new Sql(await db.dataSource([]));
    search = new SearchCatalogue(sql, new CorrectQuery(sql));
    learner = await make.person();
    await course('Safety at night', { summary: 'Cones, lights and what drivers see.', topics: ['Site safety'] });
    await course('Safety', { minutes: 10, months: 12 });
    await course('Psychological safety', { minutes: 25, months: 24, topics: ['Wellbeing'] });
    await course('Occupational hygiene', {
      summary: 'Dust, noise and skin.',
      page: '<p>Wear a mask for safety &amp; health.</p>',
    });
    await course('Fatigue', {
      activities: ['Why safety begins with sleep'],
      minutes: 90,
      outcome: 'Inspiring Workplaces',
    });
    await course('100% sure', { summary: 'A <b>bold</b> title, and "quotes".' });
  }, 60_000);
  afterAll(() => db.stop());

  interface Given {
    summary?: string;
    topics?: string[];
    outcome?: string;
    minutes?: number;
    months?: number;
    page?: string;
    activities?: string[];
    visibility?: string;
    audience?: object;
  }
  async function course(title: string, given: Given = {}): Promise<string> {
    const courseId = await make.course({ title });
    if (given.outcome) await make.outcome(given.outcome);
    await db.sql(
      `update course set summary = $2, topics = $3, outcome = $4, visibility = $5, audience = coalesce($6, audience) where id = $1`,
      [
        courseId,
        given.summary ?? '',
        given.topics ?? [],
        given.outcome,
        given.visibility ?? 'everyone',
        given.audience ? JSON.stringify(given.audience) : null,
      ],
    );
    const version = await make.courseVersion({ courseId, minutes: given.minutes, validityMonths: given.months });
    const insert = `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings) values ($1, $2, $1, $3, $4, $5, $6)`;
    for (const [n, name] of (given.activities ?? []).entries())
      await db.sql(insert, [uuid(), version, n + 1, 'in-person', name, null]);
    if (given.page) {
      await db.sql(insert, [uuid(), version, 50, 'page', 'A page', JSON.stringify({ kind: 'page', html: given.page })]);
    }
    await make.publish(version);
    return courseId;
  }

  const ctxOf = (personId: string): Ctx => ({
    actor: { personId, sessionId: uuid(), permissions: new Set(['self']), via: 'bearer' },
    today: TODAY,
    now: new Date(`${TODAY}T09:00:00Z`),
    requestId: 'test',
  });
  /** What the API would answer, held to the contract. */
  const find = async (query: Record<string, unknown>, personId = learner): Promise<CataloguePage> =>
    CataloguePage.parse(JSON.parse(await search.run(ctxOf(personId), CatalogueQuery.parse(query))));
  const plain = (text: MarkedText): string => text.map((part) => part.text).join('');
  const hits = (text: MarkedText): string[] => text.flatMap((part) => (part.hit ? [part.text] : []));
  const titles = (page: CataloguePage): string[] => page.items.map((item) => plain(item.title));

  it('puts an exact title first, then titles that begin so, then other titles, then words elsewhere', async () => {
    const page = await find({ q: 'safety' });
    expect(titles(page)).toEqual([
      'Safety',
      'Safety at night',
      'Psychological safety',
      'Fatigue',
      'Occupational hygiene',
    ]);
    expect(page).toMatchObject({ total: 5, didYouMean: null, nextCursor: null });
  });

  it('shows where the words stand, as plain parts of a text', async () => {
    const [night] = (await find({ q: 'safety cones' })).items;
    expect(hits(night!.title)).toEqual(['Safety']);
    expect(hits(night!.summary)).toEqual(['Cones']);
    expect(night!.found).toBeNull();
    const page = await find({ q: 'mask' });
    expect(page.items[0]!.found).toEqual({
      in: 'page',
      text: [
        { text: 'Wear a ', hit: false },
        { text: 'mask', hit: true },
        { text: ' for safety & health.', hit: false },
      ],
    });
    const fatigue = (await find({ q: 'sleeping' })).items[0]!;
    expect([fatigue.found?.in, hits(fatigue.found!.text)]).toEqual(['activity', ['sleep']]);
    const sure = (await find({ q: 'bold' })).items[0]!;
    expect([plain(sure.summary), hits(sure.summary)]).toEqual(['A <b>bold</b> title, and "quotes".', ['bold']]);
  });

  it('finds other forms of a word, beginnings of the last one, codes and topics', async () => {
    expect(titles(await find({ q: 'driver' }))).toEqual(['Safety at night']);
    expect(titles(await find({ q: 'occupational hyg' }))).toEqual(['Occupational hygiene']);
    expect(titles(await find({ q: 'wellbeing' }))).toEqual(['Psychological safety']);
    const [coded] = await db.sql<{ code: string }>(`select code from course where title = 'Fatigue'`);
    expect(titles(await find({ q: coded!.code.toLowerCase() }))[0]).toBe('Fatigue');
  });

  it.each([
    ['saftey', 'safety', 'Safety'],
    ['psycological safety', 'psychological safety', 'Psychological safety'],
    ['hygeine', 'hygiene', 'Occupational hygiene'],
    ['fatuige', 'fatigue', 'Fatigue'],
    ['Ocupational', 'occupational', 'Occupational hygiene'],
    ['maks', 'mask', 'Occupational hygiene'],
  ])('knows what %s was meant to be', async (typed, meant, first) => {
    const page = await find({ q: typed });
    expect([page.didYouMean, titles(page)[0]]).toEqual([meant, first]);
  });

  it('goes on with the corrected words on the next page', async () => {
    const first = await find({ q: 'saftey', limit: 2 });
    expect(titles(first)).toEqual(['Safety', 'Safety at night']);
    const second = await find({ q: 'saftey', limit: 2, cursor: first.nextCursor });
    expect([second.didYouMean, second.facets]).toEqual(['safety', null]);
    const third = await find({ q: 'saftey', limit: 2, cursor: second.nextCursor });
    expect([...titles(second), ...titles(third)]).toEqual(['Psychological safety', 'Fatigue', 'Occupational hygiene']);
    expect(third.nextCursor).toBeNull();
  });

  it('has no idea of what is nothing like a word, and takes signs for nothing', async () => {
    for (const q of ['xqzvwk', '!!!', '& | !', '%_\\', "';--", ':*', 'a'.repeat(100)]) {
      expect(await find({ q })).toMatchObject({ items: [], total: 0, didYouMean: null });
    }
    expect(titles(await find({ q: '100%' }))).toEqual(['100% sure']);
  });

  it('counts each filter with the others as they are', async () => {
    const page = await find({ q: 'safety', length: 'to-30' });
    expect(titles(page)).toEqual(['Safety at night', 'Psychological safety', 'Occupational hygiene']);
    expect(page.facets!.length).toEqual([
      { value: 'to-30', count: 3 },
      { value: 'longer', count: 1 },
      { value: 'to-15', count: 1 },
    ]);
    expect(page.facets!.validity).toEqual([
      { value: 'life', count: 2 },
      { value: 'to-24', count: 1 },
    ]);
    expect(page.facets!.topic).toEqual([
      { value: 'Site safety', count: 1 },
      { value: 'Wellbeing', count: 1 },
    ]);
    expect(page.facets!.kind).toEqual([{ value: 'page', count: 1 }]);
    expect(titles(await find({ outcome: 'Inspiring Workplaces' }))).toEqual(['Fatigue']);
    expect(titles(await find({ kind: 'in-person' }))).toEqual(['Fatigue']);
    expect(titles(await find({ validity: 'to-12' }))).toEqual(['Safety']);
    expect(titles(await find({ topic: 'Site safety' }))).toEqual(['Safety at night']);
  });

  it('without words lists everything by title, page by page', async () => {
    const all = titles(await find({}));
    expect(all).toEqual([
      '100% sure',
      'Fatigue',
      'Occupational hygiene',
      'Psychological safety',
      'Safety',
      'Safety at night',
    ]);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: CataloguePage = await find({ limit: 4, cursor });
      paged.push(...titles(page));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('follows a course: its words, its next version, its end', async () => {
    const id = await course('Abseiling');
    expect(titles(await find({ q: 'abseiling' }))).toEqual(['Abseiling']);
    await db.sql(`update course set title = 'Rope access', version = 2 where id = $1`, [id]);
    expect(titles(await find({ q: 'rope' }))).toEqual(['Rope access']);
    expect((await find({ q: 'abseiling' })).items).toEqual([]);
    await db.sql(`update course_version set state = 'retired' where course_id = $1`, [id]);
    expect((await find({ q: 'rope' })).items).toEqual([]);
    const next = await make.courseVersion({ courseId: id, number: 2, minutes: 5 });
    expect((await find({ q: 'rope' })).items).toEqual([]);
    await make.publish(next);
    expect((await find({ q: 'rope' })).items).toMatchObject([{ minutes: 5 }]);
    await db.sql(`update course_version set state = 'retired' where id = $1`, [next]);
  });

  it('never offers a word that stands only where the person may not look', async () => {
    const id = await course('Zeppelin maintenance', { visibility: 'hidden' });
    expect(await find({ q: 'zeppelin' })).toMatchObject({ items: [], didYouMean: null });
    expect(await find({ q: 'zepelin' })).toMatchObject({ items: [], didYouMean: null });
    expect((await find({})).facets!.length.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    await db.sql(
      `insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, '2026-11-01T09:00:00Z')`,
      [uuid(), learner, id],
    );
    const page = await find({ q: 'zepelin' });
    expect(page).toMatchObject({ didYouMean: 'zeppelin', items: [{ courseId: id, standing: 'not started' }] });
    expect((await find({ q: 'zeppelin' }, await make.person())).items).toEqual([]);
  });
});
