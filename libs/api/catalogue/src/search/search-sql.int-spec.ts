import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MarkedText } from '@lms/contracts';
import { EMPLOYMENT_GROUPS, matchesAudience, ORGANISATION_KINDS } from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { Client } from 'pg';

const sample = <T>(arbitrary: fc.Arbitrary<T>, n: number): T[] => fc.sample(arbitrary, { numRuns: n, seed: 20261123 });

/** A machine that has other work to do is no failure. */
const SLOW = 60_000;

describe('SQL of the search', () => {
  let db: TestDatabase;
  let make: Factory;
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
  }, SLOW);
  afterAll(() => db.stop());

  it(
    'marks words in a text without changing a letter of it, whatever the text',
    async () => {
      const bit = fc.oneof(
        fc.constantFrom(
          'safety',
          'Safe',
          'cones',
          'site',
          '\n',
          '<b>',
          '</script>',
          '&amp;',
          'plant–person',
          '🚧',
          "'",
          '"',
          '\\',
          '%',
        ),
        fc.constantFrom('\ue000', '\ue001', '\ue000\ue001', 'StopSel', ',', '$1', '"StartSel=x"'),
        fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
      );
      const cases = sample(
        fc.record({
          text: fc.array(bit, { maxLength: 20 }).map((bits) => bits.join(' ').toWellFormed()),
          typed: fc.array(bit, { minLength: 1, maxLength: 3 }).map((bits) => bits.join(' ').toWellFormed()),
        }),
        1500,
      );
      const rows = await db.sql<{ parts: MarkedText }>(
        `select search_parts(c ->> 'text', search_query(c ->> 'typed', false), 'HighlightAll=true') as parts
       from jsonb_array_elements($1) with ordinality x(c, n) order by n`,
        [JSON.stringify(cases)],
      );
      let marked = 0;
      cases.forEach((one, i) => {
        const parts = rows[i]!.parts;
        expect(parts.map((part) => part.text).join('')).toBe(one.text.replace(/[\ue000\ue001]/g, ''));
        expect(parts.every((part) => part.text !== '' && !/[\ue000\ue001]/.test(part.text))).toBe(true);
        for (const { text } of parts.filter((part) => part.hit)) {
          marked += 1;
          expect(text).toMatch(/[\p{L}\p{N}]/u);
        }
      });
      expect(marked).toBeGreaterThan(200);
    },
    SLOW,
  );

  it(
    'shows a course to exactly those whom the domain puts into its audience',
    async () => {
      const kinds = fc.subarray([...ORGANISATION_KINDS]);
      const groups = fc.subarray([...EMPLOYMENT_GROUPS]);
      const audiences = sample(fc.record({ organisationKinds: kinds, employmentGroups: groups }), 60);
      const courses = await Promise.all(
        audiences.map(async (audience) => {
          const id = await make.course();
          await db.sql(`update course set visibility = 'audience', audience = $2 where id = $1`, [
            id,
            JSON.stringify(audience),
          ]);
          return { id, audience };
        }),
      );
      for (const organisationKind of ORGANISATION_KINDS) {
        const organisationId = await make.organisation({ kind: organisationKind });
        for (const employmentGroup of EMPLOYMENT_GROUPS) {
          const personId = await make.person();
          await make.engagement({ personId, organisationId, employmentGroup });
          const rows = await db.sql<{ id: string }>(
            `select id from course where visibility = 'audience' and course_visible_to(id, $1, '2026-11-23')`,
            [personId],
          );
          const facts = { organisationId, organisationKind, employmentGroup };
          const expected = courses.filter(({ audience }) => matchesAudience(audience, facts)).map(({ id }) => id);
          expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
        }
      }
    },
    SLOW,
  );

  it(
    'indexes a text that is larger than one entry of the index can be, from its beginning',
    async () => {
      const words = Array.from({ length: 180_000 }, (_, n) => `word${n.toString(36)}q`).join(' ');
      await db.sql(`select keep_search_text('large', 'document', $1)`, [words]);
      const [found] = await db.sql(
        `select words @@ 'word0q'::tsquery as first, words @@ 'word3uvzq'::tsquery as last,
         (select count(*)::int from search_passage where source = 'large' and length(text) between 300 and 700) > 500 as passages
       from search_text where source = 'large'`,
      );
      expect(found).toEqual({ first: true, last: false, passages: true });
    },
    SLOW,
  );

  it(
    'is put right while somebody holds the course, so that neither waits for the other',
    async () => {
      const courseId = await make.course({ title: 'Held' });
      await make.publish(await make.courseVersion({ courseId }));
      const [author, job] = [new Client(db.ownerUrl), new Client(db.ownerUrl)];
      await Promise.all([author.connect(), job.connect()]);
      try {
        await author.query('begin');
        await author.query('select from course where id = $1 for update', [courseId]);
        await job.query(`begin; set local lock_timeout = '20s'`);
        await job.query('select lock_search()');
        await job.query('delete from search_document where course_id = $1', [courseId]);
        const saved = author.query(`update course set title = 'Let go' where id = $1`, [courseId]);
        await job.query('select refresh_search_document($1)', [courseId]);
        await job.query('commit');
        await saved;
        await author.query('commit');
        expect(await db.sql('select title from search_document where course_id = $1', [courseId])).toEqual([
          { title: 'Let go' },
        ]);
      } finally {
        await Promise.all([author.end(), job.end()]);
      }
    },
    SLOW,
  );
});
