import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lms/testing';
import { FACTS } from '../facts.js';
import { NOT_PERSONAL, PERSONAL } from './catalogue.js';

describe('what every column holds of a person', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.stop());

  it('is said for every table and column that there is, and for no other', async () => {
    const tables = await db.sql<{ table: string; columns: string }>(
      `select c.relname as table, string_agg(a.attname, ' ' order by a.attname) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm') group by c.relname order by 1`,
    );
    const said = [...PERSONAL, ...NOT_PERSONAL]
      .map(({ table, columns }) => ({ table, columns: columns.split(' ').sort().join(' ') }))
      .sort((a, b) => (a.table < b.table ? -1 : 1));
    expect(said).toEqual(tables);
  });

  it('names columns that are there, and says why what stays, stays', () => {
    for (const { table, columns, erasure, because } of PERSONAL) {
      const known = new Set(columns.split(' '));
      if (typeof erasure === 'object') {
        expect([table, Object.keys(erasure).filter((column) => !known.has(column))]).toEqual([table, []]);
      }
      expect(because).toMatch(/\.$/);
    }
    for (const { because } of NOT_PERSONAL) expect(because).toMatch(/\.$/);
  });

  it('leaves out no table that points at a person with a column of its own name', async () => {
    const pointing = await db.sql<{ table: string }>(
      `select distinct table_name as table from information_schema.columns
       where table_schema = 'public' and column_name in ('person_id', 'same_as', 'engagement_id', 'attempt_id')
         and table_name not in (select table_name from information_schema.views where table_schema = 'public')`,
    );
    const personal = new Set(PERSONAL.map(({ table }) => table));
    const others = pointing.map(({ table }) => table).filter((table) => !personal.has(table));
    // Who edits a draft: it is the course's.
    expect(others.sort()).toEqual(['draft_change', 'draft_editor']);
  });

  it('tells the past of every table whose history is kept', async () => {
    const kept = await db.sql<{ table: string; entity: string }>(
      `select c.relname as table, encode(t.tgargs, 'escape') as entity from pg_trigger t join pg_class c on c.oid = t.tgrelid
       join pg_proc p on p.oid = t.tgfoid where p.proname in ('record_history', 'record_histories') and not t.tgisinternal order by 1`,
    );
    const histories = new Map(kept.map(({ table, entity }) => [table, entity.replace('\\000', '')]));
    for (const { table, history } of PERSONAL) expect([table, history]).toEqual([table, histories.get(table)]);
  });

  it('is erased by the owner alone: the product’s own role changes no fact', async () => {
    const rights = await db.sql<{ table: string }>(
      `select table_name as table from information_schema.role_table_grants
       where grantee = 'waymark_app' and privilege_type in ('UPDATE', 'DELETE') and table_name = any ($1)`,
      [[...FACTS]],
    );
    expect(rights).toEqual([]);
  });
});
