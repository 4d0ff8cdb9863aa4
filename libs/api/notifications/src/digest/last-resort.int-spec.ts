import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDigests, type TestDigests } from '../testing/test-digests.test.js';

let t: TestDigests;
beforeAll(async () => {
  t = await testDigests();
}, 60_000);
afterAll(() => t.stop());

const DUE = '2026-11-27';
/** A week after it. */
const DAY = '2026-12-04';

let organisationId: string;
/** The one of the People Team who has been in it for longest. */
let first: string;
let second: string;
beforeEach(async () => {
  // Whoever stood here before works here no more.
  await t.db.sql(`update engagement set starts_on = '2020-01-01', ends_on = '2020-01-02'`);
  await t.db.sql(`update role_grant set ends_on = starts_on`);
  organisationId = await t.make.organisation();
  first = await somebody('First', { at: await t.make.organisation() });
  second = await somebody('Second', { at: await t.make.organisation() });
  await t.make.grant({ personId: second, role: 'people-team', startsOn: '2025-06-01' });
  await t.make.grant({ personId: first, role: 'people-team', startsOn: '2024-06-01' });
});

let n = 0;
async function somebody(
  givenName: string,
  { at = organisationId, email = true, reportsTo }: { at?: string; email?: boolean; reportsTo?: string } = {},
): Promise<string> {
  const person = await t.make.person({
    ...{ givenName, familyName: `Reed${(n += 1)}` },
    contactEmail: email ? `p${n}@example.org` : undefined,
  });
  await t.make.engagement({ personId: person, organisationId: at, lineManagerId: reportsTo });
  return person;
}
async function engagementOf(personId: string): Promise<string> {
  const [row] = await t.db.sql<{ id: string }>('select id from engagement where person_id = $1', [personId]);
  return row!.id;
}
const away = async (personId: string): Promise<void> =>
  t.leave(personId, await engagementOf(personId), { from: '2026-11-01', to: '2027-01-31' });
const late = async (...people: string[]): Promise<void> => {
  const course = await t.make.course({ title: 'Fatigue' });
  for (const person of people) await t.owe(person, course, DUE, await engagementOf(person));
};
/** Who was told of somebody on the day: `escalated First`. */
async function told(person: string): Promise<string[]> {
  await t.send(DAY);
  const rows = await t.db.sql<{ line: string }>(
    `select concat_ws(' ', r.step, p.given_name) as line from reminder r join person p on p.id = r.told_id
     where r.person_id = $1 order by 1`,
    [person],
  );
  return rows.map(({ line }) => line);
}
const mailTo = async (person: string): Promise<string> => {
  const [mail] = await t.db.sql<{ text: string }>(
    `select concat_ws(e'\n', subject, text_body) as text from mail where person_id = $1 order by created_at desc`,
    [person],
  );
  return mail?.text ?? '';
};

describe('a week overdue, and nobody speaks for them', () => {
  it('reaches the People Team, together', async () => {
    const people: string[] = [];
    for (let i = 0; i < 12; i += 1) people.push(await somebody(`Sam${String(i).padStart(2, '0')}`));
    await late(...people);
    expect(await told(people[0]!)).toEqual(['escalated First', 'overdue-7 Sam00']);
    const text = await mailTo(first);
    expect(text).toContain('Today: 12 overdue with nobody to speak for them');
    expect(text).toContain('OVERDUE FOR A WEEK, AND NOBODY ELSE SPEAKS FOR THEM\n\n- 12 people\n');
    expect(text).toMatch(/ {2}Sam00 Reed\d+\n {2}Sam01 Reed/);
    expect(text).toContain('and 2 more');
    expect(text).toContain('See who they are: http://waymark.localhost');
    expect(text).toContain('/people?speaker=nobody');
    expect(await mailTo(second)).toBe('');
    const notices = await t.db.sql('select kind, about, link from notice where person_id = $1', [first]);
    expect(notices).toEqual([{ kind: 'unspoken-late', about: { count: 12 }, link: '/people?speaker=nobody' }]);
  });

  it('is not told to themself: the next of the People Team is', async () => {
    await late(first);
    expect(await told(first)).toEqual(['escalated Second', 'overdue-7 First']);
  });

  it('waits until somebody of the People Team is there', async () => {
    await away(first);
    await away(second);
    const person = await somebody('Sam');
    await late(person);
    expect(await told(person)).toEqual(['overdue-7 Sam']);
    await t.db.sql('delete from leave_of_absence');
    await t.send('2026-12-07');
    expect(await told(person)).toEqual(['escalated First', 'overdue-7 Sam']);
  });
});

describe('somebody without an address whom nobody speaks for', () => {
  it('stands in the digest of the People Team, and reads it under Notices', async () => {
    const person = await somebody('Sam', { email: false });
    const another = await somebody('Ann', { email: false });
    await late(person, another);
    expect(await told(person)).toEqual(['escalated First', 'overdue-7 First']);
    const text = await mailTo(first);
    expect(text).toContain('NO E-MAIL REACHES THEM, AND NOBODY ELSE TELLS THEM\n\n- 2 people\n');
    expect(text).not.toContain('AND NOBODY ELSE SPEAKS FOR THEM');
    const notices = await t.db.sql('select kind from notice where person_id = $1', [person]);
    expect(notices).toEqual([{ kind: 'overdue' }]);
  });
});

describe('whoever speaks for somebody and is not there', () => {
  it('gives the word to their own line manager', async () => {
    const top = await somebody('Top');
    const middle = await somebody('Middle', { reportsTo: top });
    const low = await somebody('Low', { reportsTo: middle });
    const person = await somebody('Sam', { reportsTo: low });
    await away(low);
    await late(person);
    expect(await told(person)).toEqual(['escalated Middle', 'overdue-7 Sam']);
  });

  it('gives it further up, past whoever has no address', async () => {
    const top = await somebody('Top');
    const middle = await somebody('Middle', { reportsTo: top, email: false });
    const low = await somebody('Low', { reportsTo: middle });
    const person = await somebody('Sam', { reportsTo: low });
    await away(low);
    await late(person);
    expect(await told(person)).toEqual(['escalated Top', 'overdue-7 Sam']);
  });

  it('comes before the coordinator, and the coordinator before the People Team', async () => {
    const manager = await somebody('Manager');
    const person = await somebody('Sam', { reportsTo: manager });
    const one = await somebody('One');
    const other = await somebody('Other');
    await t.make.grant({ personId: one, role: 'coordinator', organisationId, startsOn: '2024-01-01' });
    await t.make.grant({ personId: other, role: 'coordinator', organisationId, startsOn: '2025-01-01' });
    await away(manager);
    await away(one);
    await late(person);
    expect(await told(person)).toEqual(['escalated Other', 'overdue-7 Sam']);
  });

  it('leaves it to the People Team when nobody is there', async () => {
    const manager = await somebody('Manager', { email: false });
    const person = await somebody('Sam', { reportsTo: manager });
    const coordinator = await somebody('Coordinator');
    await t.make.grant({ personId: coordinator, role: 'coordinator', organisationId });
    await away(coordinator);
    await late(person);
    expect(await told(person)).toEqual(['escalated First', 'overdue-7 Sam']);
  });

  it('is on leave where they lead, though at work elsewhere', async () => {
    const manager = await somebody('Manager');
    const person = await somebody('Sam', { reportsTo: manager });
    await away(manager);
    await t.make.engagement({ personId: manager, organisationId: await t.make.organisation() });
    await late(person);
    expect(await told(person)).toEqual(['escalated First', 'overdue-7 Sam']);
  });

  it('is nobody of another employer, however the line goes on there', async () => {
    const elsewhere = await t.make.organisation();
    const stranger = await somebody('Stranger', { at: elsewhere });
    const manager = await somebody('Manager');
    await t.make.engagement({ personId: manager, organisationId: elsewhere, lineManagerId: stranger });
    const person = await somebody('Sam', { reportsTo: manager });
    await t.leave(manager, await engagementOf(manager), { from: '2026-11-01', to: '2027-01-31' });
    await t.db.sql(
      `insert into leave_of_absence (id, engagement_id, from_on, to_on, entered_by, entered_at)
       select gen_random_uuid(), id, '2026-11-01', '2027-01-31', $1, '2026-01-05T09:00:00Z' from engagement where person_id = $1
         and id not in (select engagement_id from leave_of_absence)`,
      [manager],
    );
    await late(person);
    expect(await told(person)).toEqual(['escalated First', 'overdue-7 Sam']);
  });
});

describe('the managers above, in their order', () => {
  it('are those who manage the engagement, as scope knows them', async () => {
    const top = await somebody('Top');
    const middle = await somebody('Middle', { reportsTo: top });
    const person = await somebody('Sam', { reportsTo: middle });
    const engagement = await engagementOf(person);
    // A circle is not an endless one.
    await t.db.sql('update engagement set line_manager_id = $1 where person_id = $2', [middle, top]);
    const ordered = await t.db.sql<{ manager: string }>(
      'select manager from managers_by_distance($1, $2, $3) order by distance',
      [middle, organisationId, DAY],
    );
    expect(ordered.map(({ manager }) => manager)).toEqual([middle, top]);
    const known = await t.db.sql<{ id: string }>('select id from managers_over($1, $2) m(id)', [engagement, DAY]);
    expect(known.map(({ id }) => id).sort()).toEqual([middle, top].sort());
  });
});
