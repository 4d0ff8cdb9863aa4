import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkChange, BulkChanged, BulkPreview, Problem } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const TODAY = londonDate(new Date());
let t: TestApp;
let team: Client;
let wsp: string;
let near: string;

beforeAll(async () => {
  t = await testApp();
  const adviser = await t.make.person({ givenName: 'Zoe', familyName: 'Adviser' });
  await t.make.grant({ personId: adviser, role: 'people-team' });
  team = await t.as(adviser);
  wsp = await t.make.organisation({ kind: 'partner', name: 'WSP' });
  near = await t.make.scheme({ code: 'NEAR', name: 'NEAR' });
});
afterAll(() => t.stop());

const engaged = async (familyName: string, more: { startsOn?: string; endsOn?: string } = {}): Promise<string> => {
  const personId = await t.make.person({ givenName: 'Ann', familyName });
  await t.make.engagement({ personId, organisationId: wsp, ...more });
  return personId;
};
const look = async (personIds: string[], change: BulkChange, client = team): Promise<BulkPreview> => {
  const answer = await client.post('/people/bulk-changes/preview', { personIds, change });
  expect(answer.status).toBe(200);
  return answer.json<BulkPreview>();
};
const apply = async (personIds: string[], change: BulkChange): Promise<BulkChanged> => {
  const { facts } = await look(personIds, change);
  const answer = await team.post('/people/bulk-changes', { personIds, change, facts });
  expect(answer.status).toBe(200);
  return answer.json<BulkChanged>();
};
const now = async (personId: string) =>
  (
    await t.db.sql<{ tags: string[]; schemes: string[]; manager: string | null; ends: string | null; version: number }>(
      `select tags, scheme_ids as schemes, line_manager_id as manager, ends_on::text as ends, version from engagement where person_id = $1`,
      [personId],
    )
  )[0];
const reasons = ({ leftOut }: BulkPreview) => leftOut.map(({ name, reason }) => `${name}: ${reason}`);

describe('one change to many people', () => {
  it('says name by name what would change and who is left out, and changes nothing', async () => {
    const [one, two] = [await engaged('Able'), await engaged('Baker')];
    const gone = await engaged('Cole', { startsOn: '2020-01-01', endsOn: '2021-01-01' });
    await apply([two], { kind: 'add-tag', tag: 'night shift' });
    const stranger = '00000000-0000-4000-8000-000000000001';
    const preview = await look([two, one, gone, stranger, one], { kind: 'add-tag', tag: ' Night Shift ' });
    expect(preview.changes).toMatchObject([
      { name: 'Ann Able', organisationName: 'WSP', before: null, after: 'night shift' },
    ]);
    expect(reasons(preview)).toEqual(['Ann Baker: nothing-to-do', 'Ann Cole: no-engagement']);
    expect(preview.unknown).toBe(1);
    expect(await now(one)).toMatchObject({ tags: [], version: 1 });
  });

  it('puts people on a scheme with one audit entry, history and an event each, and takes it back', async () => {
    const ids = [await engaged('Dean'), await engaged('Eads')];
    const { changed, undo } = await apply(ids, { kind: 'add-scheme', schemeId: near });
    expect(changed).toBe(2);
    expect(await Promise.all(ids.map(now))).toMatchObject([
      { schemes: [near], version: 2 },
      { schemes: [near], version: 2 },
    ]);
    const [told] = await t.db.sql(
      `select (select count(*)::int from audit_event where action = 'engagement.change-together' and detail ->> 'kind' = 'add-scheme') as audits,
         (select count(*)::int from outbox_event where type = 'engagement.saved' and person_id = any ($1)) as events,
         (select count(*)::int from row_history h join engagement e on e.id = h.entity_id where h.op = 'update' and e.person_id = any ($1)) as rows`,
      [ids],
    );
    expect(told).toEqual({ audits: 1, events: 2, rows: 2 });
    if (!undo) throw new Error('no undo');
    expect(await apply(undo.personIds, undo.change)).toEqual({ changed: 2, undo: null });
    expect(await now(ids[0] ?? '')).toMatchObject({ schemes: [], version: 3 });
  });

  it('takes nothing back of what somebody changed since', async () => {
    const [one, two] = [await engaged('Ford'), await engaged('Gray')];
    const { undo } = await apply([one, two], { kind: 'add-tag', tag: 'rail' });
    await apply([two], { kind: 'add-tag', tag: 'later' });
    if (!undo) throw new Error('no undo');
    expect(reasons(await look(undo.personIds, undo.change))).toEqual(['Ann Gray: changed-since']);
    await apply(undo.personIds, undo.change);
    expect([(await now(one))?.tags, (await now(two))?.tags]).toEqual([[], ['later', 'rail']]);
  });

  it('refuses what was previewed on other facts, whole', async () => {
    const ids = [await engaged('Hall'), await engaged('Inns')];
    const change: BulkChange = { kind: 'add-tag', tag: 'rail' };
    const { facts } = await look(ids, change);
    await apply(ids.slice(1), { kind: 'add-tag', tag: 'other' });
    const answer = await team.post('/people/bulk-changes', { personIds: ids, change, facts });
    expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'facts-changed']);
    expect((await now(ids[0] ?? ''))?.tags).toEqual([]);
  });

  it('gives a line manager to all but that person and those above, and puts back each one’s own', async () => {
    const [top, boss, one, two] = [
      await engaged('Jay'),
      await engaged('Kay'),
      await engaged('Lee'),
      await engaged('May'),
    ];
    await apply([boss], { kind: 'set-manager', lineManagerId: top });
    await apply([one], { kind: 'set-manager', lineManagerId: top });
    const change: BulkChange = { kind: 'set-manager', lineManagerId: boss };
    const preview = await look([top, boss, one, two], change);
    expect(preview.changes.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Ann Lee', 'Ann Jay', 'Ann Kay'],
      ['Ann May', null, 'Ann Kay'],
    ]);
    expect(reasons(preview)).toEqual(['Ann Jay: above-the-manager', 'Ann Kay: is-the-manager']);
    const { undo } = await apply([one, two], change);
    if (undo?.change.kind !== 'put-back') throw new Error('no undo');
    // Named twice is named.
    await apply(undo.personIds, {
      ...undo.change,
      engagements: [...undo.change.engagements, ...undo.change.engagements],
    });
    expect([(await now(one))?.manager, (await now(two))?.manager]).toEqual([top, null]);
  });

  it('refuses to put back what would close a circle by now', async () => {
    const [one, two] = [await engaged('Nash'), await engaged('Odd')];
    await apply([one], { kind: 'set-manager', lineManagerId: two });
    const { undo } = await apply([one], { kind: 'set-manager', lineManagerId: null });
    await apply([two], { kind: 'set-manager', lineManagerId: one });
    if (!undo) throw new Error('no undo');
    const { facts } = await look(undo.personIds, undo.change);
    const answer = await team.post('/people/bulk-changes', { ...undo, facts });
    expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'circle']);
    expect((await now(one))?.manager).toBeNull();
  });

  it('ends engagements on a day, makes none longer, and cannot take it back', async () => {
    const day = addDays(TODAY, 10);
    const ids = [
      await engaged('Pace'),
      await engaged('Quin', { endsOn: addDays(TODAY, 3) }),
      await engaged('Rudd', { startsOn: addDays(TODAY, 20) }),
    ];
    const change: BulkChange = { kind: 'end', endsOn: day };
    expect(reasons(await look(ids, change))).toEqual(['Ann Quin: ends-earlier', 'Ann Rudd: begins-later']);
    expect(await apply(ids, change)).toEqual({ changed: 1, undo: null });
    expect((await now(ids[0] ?? ''))?.ends).toBe(day);
  });

  it('is for whoever may write people, at most 500, with values that there are', async () => {
    const one = await engaged('Shaw');
    const body = { personIds: [one], change: { kind: 'add-tag', tag: 'rail' } };
    expect((await (await t.as(one)).post('/people/bulk-changes/preview', body)).status).toBe(403);
    const bad = [
      { ...body, personIds: Array.from({ length: 501 }, () => one) },
      { ...body, change: { kind: 'add-tag', tag: ' ' } },
    ];
    for (const wrong of bad) expect((await team.post('/people/bulk-changes/preview', wrong)).status).toBe(400);
    for (const change of [
      { kind: 'add-scheme', schemeId: one },
      { kind: 'set-manager', lineManagerId: near },
    ])
      expect((await team.post('/people/bulk-changes/preview', { ...body, change })).status).toBe(422);
  });
});
