import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AudienceCount, Created, MergePreview } from '@lms/contracts';
import type { AudiencePredicate } from '@lms/domain';
import { type RuleDesk, ruleDesk } from '../testing/rule-desk.test.js';

let desk: RuleDesk;
beforeAll(async () => {
  desk = await ruleDesk();
}, 60_000);
afterAll(() => desk.given.t.stop());

describe('a rule about who reports to somebody', () => {
  it('goes on when two entries of that person become one, and when they are two again', async () => {
    const { t, adviser, course, other, partner } = desk.given;
    const [kept, twin] = [await desk.engaged(partner, 'manager'), await desk.engaged(partner, 'manager')];
    const { personId: report } = await desk.engaged(partner, 'site', { lineManagerId: twin.personId });
    const under = (personId: string): AudiencePredicate => ({ is: 'reports-to', personId });
    await desk.applied(await desk.draft('Of the one', under(twin.personId)));
    await desk.applied(await desk.draft('Of the other', under(kept.personId), { courseId: other }));
    const count = async (personId: string) =>
      (await adviser.post('/audiences/count', { predicate: under(personId) })).json<AudienceCount>().people;
    expect([await count(twin.personId), await count(kept.personId)]).toEqual([1, 0]);

    const pair = { keepId: kept.personId, mergeId: twin.personId };
    const { digest } = (await adviser.post('/merges/preview', pair)).json<MergePreview>();
    const merge = (await adviser.post('/merges', { ...pair, digest, note: 'Typed twice' })).json<Created>();
    await t.drain();
    expect([await count(twin.personId), await count(kept.personId)]).toEqual([1, 1]);
    expect(await desk.reasons(report, course)).toMatchObject([{ state: 'open', ended: null }]);
    expect(await desk.reasons(report, other)).toMatchObject([{ state: 'open', ended: null }]);
    expect(await desk.expectExplained()).toBe(2);

    expect((await adviser.post(`/merges/${merge.id}/undo`)).status).toBe(204);
    await t.drain();
    expect(await desk.reasons(report, course)).toMatchObject([{ state: 'open', ended: null }]);
    expect(await desk.reasons(report, other)).toMatchObject([{ state: 'closed', ended: 'no-longer-matches' }]);
    expect(await desk.expectExplained()).toBe(1);
  });
});
