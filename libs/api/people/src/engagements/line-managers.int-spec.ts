import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';

const TODAY = '2026-11-30';

describe('who manages whom, when people work for several employers', () => {
  let db: TestDatabase;
  let make: Factory;
  let alliance: string;
  let supplier: string;

  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    alliance = await make.organisation({ name: 'Costain', kind: 'partner' });
    supplier = await make.organisation({ name: 'Tollbar' });
  });
  afterAll(() => db.stop());

  const works = (personId: string, organisationId: string, lineManagerId?: string, endsOn?: string) =>
    make.engagement({ personId, organisationId, lineManagerId, endsOn });
  const sees = async (actor: string) =>
    (await db.sql<{ id: string }>('select id from people_in_scope($1, $2) s(id) where id <> $1', [actor, TODAY])).map(
      ({ id }) => id,
    );

  it('leaves nobody a manager where they have left, also when they work elsewhere', async () => {
    const [manager, report, below] = [await make.person(), await make.person(), await make.person()];
    const engagement = await works(manager, alliance);
    await works(report, alliance, manager);
    await works(below, alliance, report);
    expect((await sees(manager)).sort()).toEqual([report, below].sort());
    await db.sql('update engagement set ends_on = $2 where id = $1', [engagement, '2026-11-29']);
    await works(manager, supplier);
    expect(await sees(manager)).toEqual([]);
    await works(manager, alliance);
    expect((await sees(manager)).sort()).toEqual([report, below].sort());
  });

  it('leads to nobody through another employment of who stands between', async () => {
    const [top, between] = [await make.person(), await make.person()];
    const [here, there] = [await make.person(), await make.person()];
    await works(top, alliance);
    await works(between, alliance, top);
    await works(between, supplier);
    await works(here, alliance, between);
    await works(there, supplier, between);
    expect((await sees(between)).sort()).toEqual([here, there].sort());
    expect((await sees(top)).sort()).toEqual([between, here].sort());
  });

  it('leads to people of an organisation where nobody of the line works', async () => {
    const [top, between, hired] = [await make.person(), await make.person(), await make.person()];
    await works(top, alliance);
    await works(between, alliance, top);
    await works(hired, supplier, between);
    expect((await sees(top)).sort()).toEqual([between, hired].sort());
  });

  it('is the same from above and from below', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => make.person()));
    const places = [alliance, supplier, await make.organisation(), await make.organisation()];
    const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
    for (let n = 0; n < 60; n += 1) {
      const [who, over] = [(n * 7) % 12, (n * 5 + 3) % 12];
      await works(
        pick(people, who),
        pick(places, n * 3 + (n % 5)),
        over === who || n % 6 === 0 ? undefined : pick(people, over),
        n % 4 === 0 ? '2026-10-31' : undefined,
      );
    }
    const rows = await db.sql<{ above: boolean; below: boolean; n: number }>(
      `select exists (select from reports_under(p.id, $1) r where r.engagement_id = e.id) as above,
         exists (select from managers_over(e.id, $1) m(id) where m.id = p.id) as below, count(*)::int as n
       from person p cross join engagement e where e.ends_on is null or e.ends_on >= $1 group by 1, 2`,
      [TODAY],
    );
    expect(rows.filter(({ above, below }) => above !== below)).toEqual([]);
    expect(rows.find(({ above }) => above)?.n).toBeGreaterThan(30);
  });
});
