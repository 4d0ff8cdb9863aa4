import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ctx, NotFound, Sql } from '@lms/api-platform';
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
});
