import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '@lms/api-platform';
import type { Created, Import } from '@lms/contracts';
import { countsOf, rowsOf } from '../../../../../test/http/give-file.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { ImportsFacade } from '../imports.facade.js';
import type { GivenImport, GivenRow, ImportedKind, PlannedRow } from '../kinds/imported-kind.js';
import { ClearImports } from '../upkeep/clear-imports.js';
import { RunImport } from './run-import.js';

const ROWS = 35;
const FILE = ['number', ...Array.from({ length: ROWS }, (_, i) => String(i + 1))].join('\n');

/** What happens while rows are written. */
let meanwhile: (tx: Tx, numbers: number[]) => Promise<unknown> = () => Promise.resolve();

const numberOf = (row: GivenRow) => Number(row.value('number'));

/** Writes numbers into a table that notices if one comes twice. */
const numbers: ImportedKind = {
  kind: 'organisations',
  permission: 'imports.write',
  columns: [{ key: 'number', heading: 'Number', needed: 'yes', help: '', example: '', aliases: [] }],
  repeated: 'faulty',
  atOnce: 10,
  check: (_tx: Tx, _given: GivenImport, rows: readonly GivenRow[]) =>
    Promise.resolve(
      rows.map((row) => {
        const plan = { number: numberOf(row) };
        return {
          n: row.n,
          outcome: 'new' as const,
          about: '',
          identity: null,
          messages: [],
          diff: [],
          likely: [],
          plan,
        };
      }),
    ),
  apply: async (tx: Tx, _given: GivenImport, rows: readonly PlannedRow[]) => {
    const written = rows.map(({ given }) => numberOf(given));
    await tx.query('insert into written (number) select unnest($1::int[])', [written]);
    await meanwhile(tx, written);
    return [];
  },
};

describe('applying', () => {
  let t: TestApp;
  let team: Client;
  let run: RunImport;

  beforeAll(async () => {
    t = await testApp();
    const adviser = await t.make.person();
    await t.make.grant({ personId: adviser, role: 'people-team' });
    team = await t.as(adviser);
    run = t.app.get(RunImport);
    t.app.get(ImportsFacade).register(numbers);
    await t.db.sql('create table written (number int)');
    await t.db.sql('grant select, insert on written to public');
  });
  afterAll(() => t.stop());

  const checked = async (): Promise<string> => {
    await t.db.sql('truncate written');
    meanwhile = () => Promise.resolve();
    const octets = { 'content-type': 'application/octet-stream' };
    const { id } = (
      await team.post('/imports?kind=organisations&name=n.csv', Buffer.from(FILE), octets)
    ).json<Created>();
    await run.run(id);
    await team.put(`/imports/${id}/check`, { mapping: { number: 0 } });
    await run.run(id);
    expect((await team.post(`/imports/${id}/apply`, {})).status).toBe(204);
    return id;
  };
  const get = async (id: string) => (await team.get(`/imports/${id}`)).json<Import>();
  const once = async () => {
    const [written] = await t.db.sql<{ all: number; each: number }>(
      'select count(*)::int as all, count(distinct number)::int as each from written',
    );
    return written;
  };

  it('goes on where it was cut off, and writes each row once', async () => {
    const id = await checked();
    let cut = 0;
    meanwhile = async (tx, written) => {
      if (!written.includes(15) || cut > 0) return;
      cut += 1;
      // As when the process dies: what this transaction has written is gone with its connection.
      await tx.query('select pg_terminate_backend(pg_backend_pid())');
    };
    await run.run(id).catch(() => undefined);
    await run.run(id);
    expect(cut).toBe(1);
    expect(await once()).toEqual({ all: ROWS, each: ROWS });
    expect(await get(id)).toMatchObject({ state: 'applied', counts: { applied: ROWS, failed: 0 } });
  });

  it('stops between batches when it is told to, and two at once take turns', async () => {
    const id = await checked();
    const stop = new AbortController();
    meanwhile = () => Promise.resolve(stop.abort());
    await run.run(id, stop.signal);
    expect(await once()).toEqual({ all: 10, each: 10 });
    expect(await get(id)).toMatchObject({ state: 'applying', progress: { done: 10, total: ROWS } });
    await Promise.all([run.run(id), run.run(id)]);
    expect(await once()).toEqual({ all: ROWS, each: ROWS });
  });

  it('fails the one row that cannot be written, and no other of its batch', async () => {
    const id = await checked();
    meanwhile = (tx, written) => (written.includes(15) ? tx.query('select 1 / 0') : Promise.resolve());
    await run.run(id);
    expect(countsOf(await get(id))).toEqual({ new: ROWS, applied: ROWS - 1, failed: 1 });
    expect(await once()).toEqual({ all: ROWS - 1, each: ROWS - 1 });
    expect(await rowsOf(team, id, 'result=failed')).toMatchObject([
      { n: 16, note: expect.stringContaining('could not be written') },
    ]);
  });

  it('gives a step up that fails three times, and says so', async () => {
    const id = await checked();
    const { check } = numbers;
    t.app.get(ImportsFacade).register({ ...numbers, check: () => Promise.reject(new Error('ours')) });
    await t.db.sql(`update import set state = 'checking', step = 1 where id = $1`, [id]);
    for (let tries = 0; tries < 3; tries += 1) await expect(run.run(id)).rejects.toThrow('ours');
    expect(await get(id)).toMatchObject({
      state: 'columns',
      refusal: expect.stringContaining('could not be finished'),
    });
    t.app.get(ImportsFacade).register({ ...numbers, check });
  });

  it('deletes rows after a month, and keeps that there was an import', async () => {
    const id = await checked();
    await run.run(id);
    await t.db.sql(`update import set created_at = created_at - interval '31 days' where id = $1`, [id]);
    await t.app.get(ClearImports).run();
    expect(await get(id)).toMatchObject({ cleared: true, state: 'applied', samples: [] });
    expect(await t.db.sql('select from import_row where import_id = $1', [id])).toHaveLength(0);
    expect((await team.put(`/imports/${id}/check`, { mapping: { number: 0 } })).status).toBe(404);
  });
});
