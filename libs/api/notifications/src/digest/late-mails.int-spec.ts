import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDigests, type TestDigests } from '../testing/test-digests.test.js';

let t: TestDigests;
beforeAll(async () => {
  t = await testDigests();
  t.mailServer = 'down';
}, 60_000);
afterAll(() => t.stop());

// Fri 27 Nov 2026; three days before is a Tuesday.
const DUE = '2026-11-27';
const [TUESDAY, WEDNESDAY, THURSDAY] = ['2026-11-24', '2026-11-25', '2026-11-26'] as const;

let n = 0;
async function somebody(): Promise<{ person: string; engagement: string; course: string }> {
  const person = await t.make.person({ givenName: 'Sam', contactEmail: `late${(n += 1)}@example.org` });
  const engagement = await t.make.engagement({ personId: person, organisationId: await t.make.organisation() });
  const course = await t.make.course({ title: 'Fatigue' });
  await t.owe(person, course, DUE, engagement);
  return { person, engagement, course };
}
const became = (person: string, change: string): Promise<unknown> =>
  t.db.sql(`update mail set ${change} where person_id = $1`, [person]);
const mails = async (person: string): Promise<string[]> =>
  (
    await t.db.sql<{ key: string }>(
      `select concat_ws(' ', right(dedupe_key, 10), state, ended_why) as key from mail where person_id = $1 order by 1`,
      [person],
    )
  ).map(({ key }) => key);
const told = (person: string) =>
  t.db.sql<{ step: string; told_on: string; again: number }>(
    'select step, told_on::text, again from reminder where person_id = $1 order by told_on',
    [person],
  );

describe('a digest that could not be sent on its day', () => {
  it('is told in the digest of the next day, and does not arrive beside it', async () => {
    const { person } = await somebody();
    await t.send(TUESDAY);
    await t.send(WEDNESDAY);
    expect(await mails(person)).toEqual([`${TUESDAY} failed`, `${WEDNESDAY} failed`]);
    expect(await told(person)).toEqual([
      { step: 'soon-3', told_on: TUESDAY, again: 0 },
      { step: 'soon-3', told_on: WEDNESDAY, again: 1 },
    ]);
    // Under Notices it stands once: that was read meanwhile, or not.
    const notices = await t.db.sql('select from notice where person_id = $1', [person]);
    expect(notices).toHaveLength(1);
    // Again, and then it is told.
    await t.db.sql(
      `update mail set state = 'failed', ended_why = 'late' where dedupe_key like '%' || $1 and person_id = $2`,
      [...[WEDNESDAY, person]],
    );
    await t.send(THURSDAY);
    await became(person, `state = 'sent'`);
    await t.send('2026-11-27');
    expect((await told(person)).map(({ again }) => again)).toEqual([0, 1, 2]);
  });

  it('is told nothing of what was done meanwhile', async () => {
    const { person, course } = await somebody();
    await t.send(TUESDAY);
    await t.complete(person, course, TUESDAY, null);
    await t.send(WEDNESDAY);
    expect(await mails(person)).toEqual([`${TUESDAY} failed`]);
  });

  it('waits for the end of a leave that began before it could be sent', async () => {
    const { person, engagement } = await somebody();
    await t.send(TUESDAY);
    await became(person, `state = 'failed', ended_why = 'late'`);
    await t.leave(person, engagement, { from: TUESDAY, to: WEDNESDAY });
    await t.send(WEDNESDAY);
    expect(await mails(person)).toHaveLength(1);
    await t.send(THURSDAY);
    expect(await mails(person)).toEqual([`${TUESDAY} failed late`, `${THURSDAY} failed`]);
  });

  it('is not told again when the server refused it, or it may have arrived', async () => {
    for (const change of [
      `state = 'failed', ended_why = 'refused'`,
      `state = 'failed', ended_why = 'unsure'`,
      `state = 'waiting', handing_over_at = created_at`,
      `state = 'sent'`,
    ]) {
      const { person } = await somebody();
      await t.send(TUESDAY);
      await became(person, change);
      await t.send(WEDNESDAY);
      expect(await told(person)).toHaveLength(1);
    }
  });
});

describe('a digest to an address that its server does not know', () => {
  const unknown = `state = 'failed', ended_why = 'address'`;
  const tellers = (person: string) =>
    t.db.sql<{ told_id: string; told_on: string }>(
      'select told_id, told_on::text from reminder where person_id = $1 order by told_on',
      [person],
    );

  it('is told to whoever speaks for the person, from the next day on', async () => {
    const { person, engagement } = await somebody();
    const speaker = (await somebody()).person;
    await t.db.sql('update engagement set line_manager_id = $2 where id = $1', [engagement, speaker]);
    await t.send(TUESDAY);
    await became(person, unknown);
    await t.send(WEDNESDAY);
    expect(await tellers(person)).toEqual([
      { told_id: person, told_on: TUESDAY },
      { told_id: speaker, told_on: WEDNESDAY },
    ]);
    // Corrected, they hear of it themselves again.
    await t.db.sql(`update person set contact_email = 'right' || contact_email where id = $1`, [person]);
    const [told] = await t.db.sql("select mail_address($1, $2) like 'rightlate%' as own", [person, THURSDAY]);
    expect(told).toEqual({ own: true });
  });

  it('goes to another address of theirs that takes mail', async () => {
    const { person, engagement } = await somebody();
    await t.db.sql(`update engagement set work_email = 'work.' || $2 where id = $1`, [
      engagement,
      `${person}@example.org`,
    ]);
    await t.send(TUESDAY);
    await became(person, unknown);
    await t.send(WEDNESDAY);
    const sent = await t.db.sql<{ recipient: string }>(
      'select recipient from mail where person_id = $1 order by created_at',
      [person],
    );
    expect(sent.map(({ recipient }) => recipient.split('@')[0])).toEqual([
      `work.${person}`,
      expect.stringMatching(/^late\d+$/),
    ]);
  });
});
