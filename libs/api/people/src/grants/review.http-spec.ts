import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkPreview, Created, GrantItem, GrantPage, Problem } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const TODAY = londonDate(new Date());
let t: TestApp;
let me: string;
let team: Client;

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person();
  await t.make.grant({ personId: me, role: 'people-team' });
  team = await t.as(me);
});
afterAll(() => t.stop());

const list = async (query: string, client = team) => {
  const answer = await client.get(`/grants?limit=100&${query}`);
  expect(answer.status).toBe(200);
  return answer.json<GrantPage>();
};
const of = async (personId: string, show = 'live'): Promise<GrantItem[]> =>
  (await list(`show=${show}`)).items.filter((item) => item.personId === personId);
const somebody = async (role: string, grant: { startsOn?: string; endsOn?: string } = {}) => {
  const personId = await t.make.person();
  await t.make.grant({ personId, role, ...grant });
  const { rows } = {
    rows: await t.db.sql<{ id: string }>('select id from role_grant where person_id = $1', [personId]),
  };
  return { personId, grantId: rows[0]?.id ?? '' };
};
const withdraw = (ids: string[], endsOn: string) => team.post('/grants/withdraw', { ids, endsOn });
const renew = (ids: string[], endsOn: string) => team.post('/grants/renew', { ids, endsOn });
const code = (answer: { json<T>(): T }) => answer.json<Problem>().code;

describe('the review of roles', () => {
  it('tells who holds what, by whom and until when, what ends soon and what is not used', async () => {
    const { personId: soon } = await somebody('author', { endsOn: addDays(TODAY, 12) });
    const { personId: used } = await somebody('auditor');
    await t.as(used);
    const { personId: over } = await somebody('trainer', { endsOn: addDays(TODAY, -1) });
    const given = await t.make.person();
    await team.post(`/people/${given}/grants`, { role: 'trainer', startsOn: addDays(TODAY, 3) });
    expect(await of(soon)).toMatchObject([{ endsSoon: true, unused: true, status: 'current', lastSignInAt: null }]);
    expect(await of(used)).toMatchObject([{ endsSoon: false, unused: false, lastSignInAt: expect.any(String) }]);
    expect(await of(given)).toMatchObject([{ status: 'planned', unused: false, givenByName: expect.any(String) }]);
    expect([await of(over), (await of(over, 'over')).length]).toEqual([[], 1]);
    expect((await of(soon, 'ends-soon')).length + (await of(soon, 'unused')).length).toBe(2);
    expect(await of(used, 'unused')).toEqual([]);
    const { counts } = await list('show=ends-soon');
    expect(counts.endsSoon).toBe((await list('show=ends-soon')).items.length);
  });

  it('pages through all of them by role, by person and by organisation, each once', async () => {
    const all = (await list('show=live')).items.map(({ id }) => id).sort();
    for (const by of ['role', 'person', 'organisation']) {
      const met: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: GrantPage = (
          await team.get(`/grants?by=${by}&limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
        ).json<GrantPage>();
        met.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(met.sort()).toEqual(all);
    }
  });

  it('is for the People Team, auditors and administrators; only the first of them changes anything', async () => {
    const { grantId } = await somebody('author');
    const as = async (role: string) => t.as((await somebody(role)).personId);
    for (const role of ['auditor', 'administrator']) {
      const client = await as(role);
      expect((await client.get('/grants')).status).toBe(200);
      for (const act of ['renew', 'withdraw'])
        expect((await client.post(`/grants/${act}`, { ids: [grantId], endsOn: TODAY })).status).toBe(403);
    }
    for (const role of ['author', 'trainer']) expect((await (await as(role)).get('/grants')).status).toBe(403);
  });

  it('withdraws several on one day, or none of them', async () => {
    const [one, other] = [await somebody('author'), await somebody('trainer', { startsOn: addDays(TODAY, 5) })];
    const over = await somebody('auditor', { endsOn: addDays(TODAY, -3) });
    const refused = await withdraw([one.grantId, over.grantId], TODAY);
    expect([refused.status, refused.json<Problem>().fields?.[0]?.path]).toEqual([422, 'endsOn']);
    expect(await of(one.personId)).toMatchObject([{ endsOn: null }]);
    expect((await withdraw([one.grantId, other.grantId], addDays(TODAY, -1))).status).toBe(204);
    expect([await of(one.personId), await of(other.personId)]).toEqual([[], []]);
    expect(await t.db.sql('select ends_on::text from role_grant where id = $1', [other.grantId])).toEqual([
      { ends_on: addDays(TODAY, 4) },
    ]);
    const events = await t.db.sql(`select from outbox_event where type = 'grants.changed' and person_id = any ($1)`, [
      [one.personId, other.personId],
    ]);
    expect(events).toHaveLength(2);
  });

  it('leaves an administrator, and one’s own last People Team role', async () => {
    await t.db.sql(`delete from role_grant where role = 'administrator'`);
    const [one, other] = [await somebody('administrator'), await somebody('administrator')];
    const both = await withdraw([one.grantId, other.grantId], TODAY);
    expect([both.status, code(both)]).toEqual([409, 'last-administrator']);
    // At the same moment: whoever comes second finds the other gone.
    const raced = await Promise.all([withdraw([one.grantId], TODAY), withdraw([other.grantId], TODAY)]);
    expect(raced.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [left] = (await list('role=administrator')).items.filter(({ endsOn }) => endsOn === null);
    const alone = await team.post(`/grants/${left?.id}/end`, { endsOn: TODAY });
    expect(code(alone)).toBe('last-administrator');
    // Somebody who has left is nobody's administrator.
    const gone = await somebody('administrator');
    await t.make.engagement({
      ...{ personId: gone.personId, organisationId: await t.make.organisation(), endsOn: '2025-01-31' },
    });
    expect(code(await withdraw([left?.id ?? ''], TODAY))).toBe('last-administrator');
    const [own] = await of(me);
    expect(code(await withdraw([own?.id ?? ''], TODAY))).toBe('own-last-role');
  });

  it('leaves an administrator also where engagements end, by hand or many together, and nobody merges one away', async () => {
    await t.db.sql(`delete from role_grant where role = 'administrator'`);
    const organisationId = await t.make.organisation();
    const [one, other] = [await somebody('administrator'), await somebody('administrator')];
    const engagements: string[] = [];
    for (const { personId } of [one, other]) engagements.push(await t.make.engagement({ personId, organisationId }));
    const saved = { organisationId, employeeNumber: 'ADM', jobRole: 'Administrator', employmentGroup: 'office' };
    const end = (n: number, endsOn: string | null, version: number) =>
      team.put(
        `/engagements/${engagements[n]}`,
        { ...saved, employeeNumber: `ADM-${n}`, startsOn: '2024-01-08', endsOn },
        { 'if-match': `"${version}"` },
      );
    const together = async (...people: { personId: string }[]) => {
      const asked = { personIds: people.map(({ personId }) => personId), change: { kind: 'end', endsOn: TODAY } };
      const { facts } = (await team.post('/people/bulk-changes/preview', asked)).json<BulkPreview>();
      return team.post('/people/bulk-changes', { ...asked, facts });
    };
    expect(code(await together(one, other))).toBe('last-administrator');
    expect((await end(0, addDays(TODAY, 20), 1)).status).toBe(200);
    // As long as the other one stays.
    expect(code(await together(other))).toBe('last-administrator');
    const late = await end(1, addDays(TODAY, 60), 1);
    expect([late.status, late.json<Problem>().detail]).toEqual([
      409,
      'Nobody would be an administrator any more. Make somebody else one first; nothing was changed.',
    ]);
    // Whatever else is changed about them.
    expect((await end(1, null, 1)).status).toBe(200);
    const twin = await t.make.person();
    for (const [keepId, mergeId] of [
      [other.personId, twin],
      [twin, other.personId],
    ])
      expect(code(await team.post('/merges/preview', { keepId, mergeId }))).toBe('holds-power');
  });

  it('renews several after their end, once, and nothing that has no end', async () => {
    const one = await somebody('author', { endsOn: addDays(TODAY, 10) });
    const late = await somebody('trainer', { endsOn: addDays(TODAY, -10) });
    const open = await somebody('auditor');
    const until = addDays(TODAY, 300);
    expect((await renew([one.grantId, open.grantId], until)).status).toBe(422);
    expect((await renew([one.grantId], addDays(TODAY, 9))).status).toBe(422);
    expect((await renew([one.grantId, late.grantId], until)).status).toBe(204);
    expect((await of(one.personId)).map(({ startsOn, endsOn, renewed }) => [startsOn, endsOn, renewed])).toEqual(
      expect.arrayContaining([
        ['2024-01-08', addDays(TODAY, 10), true],
        [addDays(TODAY, 11), until, false],
      ]),
    );
    expect(await of(late.personId)).toMatchObject([{ startsOn: TODAY, endsOn: until }]);
    expect((await renew([one.grantId], until)).status).toBe(422);
    expect(await of(one.personId, 'ends-soon')).toEqual([]);
  });

  it('lets nobody give more than they hold', async () => {
    const personId = await t.make.person();
    const give = (client: Client) =>
      client.post(`/people/${personId}/grants`, { role: 'administrator', startsOn: TODAY });
    expect(code(await give(team))).toBe('more-than-held');
    const ending = await somebody('administrator', { endsOn: addDays(TODAY, 5) });
    expect(code(await renew([ending.grantId], addDays(TODAY, 50)))).toBe('more-than-held');
    const holder = await somebody('administrator');
    await t.make.grant({ personId: holder.personId, role: 'people-team' });
    expect((await give(await t.as(holder.personId))).json<Created>().id).toEqual(expect.any(String));
  });

  it('hangs a coordinator’s renewed role on the engagement behind it', async () => {
    const organisationId = await t.make.organisation();
    const personId = await t.make.person();
    const engagementId = await t.make.engagement({ personId, organisationId });
    await t.make.grant({ personId, role: 'coordinator', organisationId, endsOn: addDays(TODAY, 5) });
    const [grant] = await of(personId);
    expect((await renew([grant?.id ?? ''], addDays(TODAY, 200))).status).toBe(204);
    expect(
      await t.db.sql('select engagement_id from role_grant where person_id = $1 and granted_by is not null', [
        personId,
      ]),
    ).toEqual([{ engagement_id: engagementId }]);
  });
});
