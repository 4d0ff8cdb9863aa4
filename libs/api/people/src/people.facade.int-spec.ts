import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ctx, inScopeSql, NotFound, oneInScopeSql, Sql } from '@lms/api-platform';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import type { DataSource } from 'typeorm';
import { PeopleFacade } from './people.facade.js';

let db: TestDatabase;
let make: Factory;
let dataSource: DataSource;
let people: PeopleFacade;

beforeAll(async () => {
  db = await testDatabase();
  make = new Factory(db);
  dataSource = await db.dataSource([]);
  people = new PeopleFacade(new Sql(dataSource));
});
afterAll(() => db.stop());

const ctxOf = (personId: string): Ctx => ({
  actor: { personId, sessionId: '', permissions: new Set(['self']), via: 'bearer' },
  today: '2026-11-23',
  now: new Date('2026-11-23T09:00:00Z'),
  requestId: '',
});

describe('PeopleFacade', () => {
  it('tells the facts of an engagement, dates as dates', async () => {
    const [personId, organisationId] = [await make.person(), await make.organisation({ kind: 'partner' })];
    const id = await make.engagement({ personId, organisationId, startsOn: '2026-03-29', employmentGroup: 'office' });
    expect(await people.engagement(dataSource.manager, id)).toEqual({
      id,
      personId,
      organisationId,
      organisationKind: 'partner',
      employmentGroup: 'office',
      jobRole: 'Operative',
      startsOn: '2026-03-29',
      endsOn: null,
    });
    expect(await people.engagement(dataSource.manager, personId)).toBeUndefined();
  });

  it('lets through whom the actor sees, until the day after the last', async () => {
    const [boss, worker] = [await make.person(), await make.person()];
    const organisationId = await make.organisation();
    await make.engagement({ personId: worker, organisationId, lineManagerId: boss, endsOn: '2026-11-23' });
    await people.assertInScope(ctxOf(boss), worker);
    await people.assertInScope(ctxOf(worker), worker);
    await expect(people.assertInScope(ctxOf(worker), boss)).rejects.toThrow(NotFound);
    await expect(people.assertInScope({ ...ctxOf(boss), today: '2026-11-24' }, worker)).rejects.toThrow(NotFound);
  });

  it('answers the same one by one, for a page and as a set, to whoever asks', async () => {
    const [above, below] = [await make.organisation({ name: 'Above' }), await make.organisation({ name: 'Below' })];
    await db.sql('update organisation set parent_id = $1 where id = $2', [above, below]);
    const everybody: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const id = await make.person();
      await make.engagement({
        ...{ personId: id, organisationId: n % 3 ? below : above, lineManagerId: everybody[n >> 1] },
        ...(n % 4 === 3 ? { endsOn: '2026-11-22' } : {}),
      });
      everybody.push(id);
    }
    await make.grant({ personId: String(everybody[0]), role: 'people-team' });
    await make.grant({ personId: String(everybody[5]), role: 'auditor' });
    await make.grant({ personId: String(everybody[2]), role: 'coordinator', organisationId: above });
    await db.sql(`update person set erased_at = '2026-11-01' where id = $1`, [everybody[11]]);
    await db.sql(
      `insert into person_alias (person_id, same_as, since) values ($1, $2, '2026-11-01')`,
      everybody.slice(9, 11),
    );
    const rows = await db.sql<{ set: boolean; one: boolean; page: boolean }>(
      `select p.id in (select people_in_scope(a.id, $2)) as set, ${oneInScopeSql('p.id', 'a.id', '$2')} as one,
         ${inScopeSql('p.id', 'a.id', '$2')} as page
       from unnest($1::uuid[]) a(id), person p`,
      [everybody, '2026-11-23'],
    );
    expect(rows.filter(({ set }) => set).length).toBeGreaterThan(40);
    expect(rows.filter(({ set, one, page }) => set !== one || set !== page)).toEqual([]);
  });
});
