import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import type { DataSource } from 'typeorm';
import { type OutsideOutcome, type OutsideRow, recordOutside } from './record-outside.js';

const AT = new Date('2026-06-01T09:00:00Z');

describe('recordOutside', () => {
  let db: TestDatabase;
  let app: DataSource;
  let person: string;
  let other: string;
  let parent: string;

  beforeAll(async () => {
    db = await testDatabase();
    app = await db.dataSource([]);
    const make = new Factory(db);
    person = await make.person();
    other = await make.person();
    parent = await make.organisation({ name: 'Kestrel Vane Barriers' });
  });
  afterAll(() => db.stop());

  const card = (over: Partial<OutsideRow> = {}): OutsideRow =>
    ({
      personId: person,
      kind: 'card',
      issuer: 'CITB',
      title: 'CSCS Supervisor card',
      awardedOn: '2026-05-03',
      expiresOn: '2031-05-02',
      reference: '0419 2231',
      note: '',
      idempotencyKey: 'a',
      ...over,
    }) as OutsideRow;
  const course = (over: object = {}): OutsideRow =>
    card({ kind: 'company-course', organisationId: parent, code: 'KV-7', title: 'Barrier work', ...over } as object);
  const record = (...rows: OutsideRow[]): Promise<OutsideOutcome[]> =>
    app.transaction((tx) => recordOutside(tx, other, AT, rows));
  const outcomes = async (...rows: OutsideRow[]) => (await record(...rows)).map(({ outcome }) => outcome);

  it('records a list once, whoever sends it again, in whatever way it is written', async () => {
    const rows = [
      card(),
      card({ idempotencyKey: 'b', title: ' cscs  supervisor CARD ', issuer: 'citb' } as object),
      card({ idempotencyKey: 'c', personId: other }),
      course({ idempotencyKey: 'd' }),
      course({ idempotencyKey: 'e', awardedOn: '2026-05-09', code: '', title: 'barrier work' }),
    ];
    expect(await outcomes(...rows)).toEqual(['recorded', 'already', 'recorded', 'recorded', 'recorded']);
    expect(await outcomes(...rows)).toEqual(['already', 'already', 'already', 'already', 'already']);
    expect(await db.sql('select kind, title from outside_qualification order by kind')).toEqual([
      { kind: 'card', title: 'CSCS Supervisor card' },
      { kind: 'company-course', title: 'Barrier work' },
    ]);
    expect(await db.sql('select distinct reference from outside_award_private')).toEqual([{ reference: '0419 2231' }]);
  });

  it('says where the same award has other dates, and records nothing', async () => {
    expect(await outcomes(card({ idempotencyKey: 'f', expiresOn: null }))).toEqual(['differs']);
    expect(await outcomes(card({ awardedOn: '2026-05-04' }))).toEqual(['differs']);
    expect(await outcomes(card({ idempotencyKey: 'g', awardedOn: '2026-05-04' }))).toEqual(['recorded']);
  });

  it('records anew what was taken back', async () => {
    const [{ awardId } = { awardId: '' }] = await record(card({ idempotencyKey: 'h', awardedOn: '2026-05-05' }));
    const back = () =>
      db.sql<{ back: boolean }>(`select take_back_award($1, 'not-genuine', '', $2, $3) as back`, [awardId, other, AT]);
    expect([await back(), await back()]).toEqual([[{ back: true }], [{ back: false }]]);
    expect(await outcomes(card({ idempotencyKey: 'i', awardedOn: '2026-05-05' }))).toEqual(['recorded']);
  });

  it('has one of two who record the same at once', async () => {
    const at = ['j', 'k', 'l', 'm'].map((idempotencyKey) => card({ idempotencyKey, awardedOn: '2026-05-06' }));
    const found = await Promise.all(at.map((row) => outcomes(row)));
    expect(found.flat().toSorted()).toEqual(['already', 'already', 'already', 'recorded']);
  });

  it('changes nothing that was recorded', async () => {
    await expect(app.query('update outside_award set expires_on = null')).rejects.toThrow('permission denied');
    await expect(app.query('delete from outside_award_end')).rejects.toThrow('permission denied');
  });
});
