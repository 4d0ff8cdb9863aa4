import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { type Client, PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const TODAY = londonDate(new Date());

/** A work address is a sign-in name while its engagement lasts; an account is for life. */
describe('the sign-in name of somebody who changes employer', () => {
  let t: TestApp;
  let team: Client;
  let organisationId: string;

  beforeAll(async () => {
    t = await testApp();
    const adviser = await t.make.person();
    await t.make.grant({ personId: adviser, role: 'people-team' });
    team = await t.as(adviser);
    organisationId = await t.make.organisation({ name: 'Kestrel Vane Barriers' });
  });
  afterAll(() => t.stop());

  const signsIn = async (name: string) =>
    (await t.anonymous.post('/auth/token', { name, password: PASSWORD })).status === 200;
  const engagement = (more: object = {}) => ({
    ...{ organisationId, employeeNumber: `K-${Math.random()}`, jobRole: 'Operative', employmentGroup: 'site' },
    startsOn: TODAY,
    ...more,
  });
  const engage = async (personId: string, more: object = {}) => {
    const answer = await team.post(`/people/${personId}/engagements`, engagement(more));
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    await t.drain();
  };
  /** Somebody whose only name is the work address of an employment that ends on that day. */
  const somebody = async (name: string, { endsOn }: { endsOn: string | null }) => {
    const personId = await t.make.person({ givenName: name, contactEmail: `${name}@home.example` });
    const workEmail = `${name}@old.example`;
    const engagementId = await t.make.engagement({ personId, organisationId, endsOn: endsOn ?? undefined });
    await t.db.sql('update engagement set work_email = $2 where id = $1', [engagementId, workEmail]);
    await t.account(personId, workEmail);
    await t.db.sql('update sign_in_name set engagement_id = $2 where person_id = $1', [personId, engagementId]);
    return { personId, engagementId, workEmail };
  };
  const told = (personId: string) =>
    t.db.sql<{ to: string; text: string }>(
      'select recipient as "to", text_body as text from mail where person_id = $1 order by created_at',
      [personId],
    );
  const nameOf = async (personId: string) => (await team.get(`/people/${personId}`)).json<Person>().account.signInName;

  it('is their own address after they come back, with the password that they have, and they are told', async () => {
    const { personId, workEmail } = await somebody('neha', { endsOn: addDays(TODAY, -40) });
    expect(await signsIn(workEmail)).toBe(false);
    await engage(personId, { startsOn: addDays(TODAY, 4) });
    expect([await signsIn(workEmail), await signsIn('neha@home.example')]).toEqual([false, true]);
    expect(await nameOf(personId)).toBe('neha@home.example');
    expect(await told(personId)).toEqual([
      { to: 'neha@home.example', text: expect.stringContaining('neha@home.example') },
    ]);
    await engage(personId, { startsOn: addDays(TODAY, 5) });
    expect(await told(personId)).toHaveLength(1);
  });

  it('is the new work address before the old one ends', async () => {
    const { personId, workEmail } = await somebody('rosa', { endsOn: addDays(TODAY, 10) });
    await engage(personId, { workEmail: 'rosa@new.example' });
    expect([await signsIn(workEmail), await signsIn('rosa@new.example')]).toEqual([true, true]);
    expect(await told(personId)).toMatchObject([{ to: 'rosa@new.example' }]);
    // It ends with its own employment, as the first did.
    await t.db.sql('update engagement set starts_on = $2, ends_on = $2 where work_email = $1', [
      'rosa@new.example',
      addDays(TODAY, -1),
    ]);
    expect(await signsIn('rosa@new.example')).toBe(false);
  });

  it('is the same address again for who comes back to the same employer', async () => {
    const { personId, workEmail } = await somebody('ravi', { endsOn: addDays(TODAY, -40) });
    await engage(personId, { workEmail });
    expect(await signsIn(workEmail)).toBe(true);
  });

  it('stays what it is where it lasts as long as the work, and comes with an address that is given later', async () => {
    const { personId, workEmail } = await somebody('bo', { endsOn: null });
    await engage(personId, { workEmail: 'bo@second.example' });
    expect([await signsIn(workEmail), await signsIn('bo@second.example')]).toEqual([true, false]);
    expect(await told(personId)).toEqual([]);

    const late = await somebody('lena', { endsOn: addDays(TODAY, -40) });
    await t.db.sql('update person set contact_email = null where id = $1', [late.personId]);
    await engage(late.personId);
    expect(await nameOf(late.personId)).toBeNull();
    const { version } = (await team.get(`/people/${late.personId}`)).json<Person>();
    const details = { givenName: 'Lena', familyName: 'Hart', contactEmail: 'lena@home.example' };
    const saved = await team.put(`/people/${late.personId}`, details, { 'if-match': `"${version}"` });
    expect(saved.status).toBe(200);
    await t.drain();
    expect(await signsIn('lena@home.example')).toBe(true);
  });
});
