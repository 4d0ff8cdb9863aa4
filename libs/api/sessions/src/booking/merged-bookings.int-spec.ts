import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';

const TODAY = '2026-06-01';
const AT = '2026-06-01T09:00:00Z';

describe('the bookings of two entries that are one person', () => {
  let db: TestDatabase;
  let make: Factory;
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
  });
  afterAll(() => db.stop());

  it('are that person’s: of two for one session the place stays, and undone they are as they were', async () => {
    const organisationId = await make.organisation();
    const names = ['keep', 'twin', 'third'] as const;
    const people: Record<string, string> = {};
    const engagements: Record<string, string> = {};
    for (const name of names) {
      people[name] = await make.person({ givenName: name });
      engagements[name] = await make.engagement({ personId: people[name], organisationId });
    }
    const courseId = await make.course();
    const [version, activity] = [await make.courseVersion({ courseId }), uuid()];
    await db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'A')`,
      [activity, version],
    );
    const session = async (...booked: [name: string, state: string][]): Promise<string> => {
      const id = uuid();
      await db.sql(
        `insert into training_session (id, course_id, activity_id, form, starts_at, ends_at, place, capacity, planned_by, planned_at)
         values ($1, $2, $3, 'classroom', '2026-07-01T09:00:00Z', '2026-07-01T10:00:00Z', 'Depot', $4, $5, $6)`,
        [id, courseId, activity, booked.filter(([, state]) => state === 'booked').length, people['third'], AT],
      );
      for (const [at, [name, state]] of booked.entries())
        await db.sql(
          `insert into session_booking (id, session_id, person_id, engagement_id, state, queue, key, booked_by, booked_at)
           values ($1, $2, $3, $4, $5, $6, $1, $3, $7)`,
          [uuid(), id, people[name], engagements[name], state, at + 1, AT],
        );
      return id;
    };
    const twinOnly = await session(['twin', 'booked']);
    const both = await session(['keep', 'booked'], ['twin', 'booked'], ['third', 'waiting']);
    const waits = await session(['third', 'booked'], ['twin', 'waiting'], ['keep', 'waiting']);
    await db.sql('insert into session_trainer (id, session_id, person_id) values ($1, $2, $3)', [
      ...[uuid(), waits, people['twin']],
    ]);
    const stand = async (id: string) =>
      (
        await db.sql<{ line: string }>(
          `select p.given_name || ' ' || b.state as line from session_booking b join person p on p.id = b.person_id
           where b.session_id = $1 order by b.queue`,
          [id],
        )
      ).map(({ line }) => line);
    const before = [await stand(twinOnly), await stand(both), await stand(waits)];
    const merge = uuid();
    await db.sql(`select merge_people($1, $2, $3, $4, '2026-07-01', '', $5, $6)`, [
      ...[merge, people['twin'], people['keep'], people['third'], TODAY, AT],
    ]);
    expect([await stand(twinOnly), await stand(both), await stand(waits)]).toEqual([
      ['keep booked'],
      // The place that one of them gave up is the next one's.
      ['keep booked', 'keep cancelled', 'third booked'],
      ['third booked', 'keep waiting', 'keep cancelled'],
    ]);
    await db.sql('select undo_merge($1, $2, $3, $4)', [merge, people['third'], TODAY, AT]);
    expect([await stand(twinOnly), await stand(both), await stand(waits)]).toEqual([
      before[0],
      ['keep booked', 'twin booked', 'third booked'],
      before[2],
    ]);
    expect(await db.sql('select person_id from session_trainer')).toEqual([{ person_id: people['twin'] }]);
  });
});
