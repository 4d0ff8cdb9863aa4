import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { testDigests, type TestDigests } from '../testing/test-digests.test.js';

let t: TestDigests;
beforeAll(async () => {
  t = await testDigests();
}, 60_000);
afterAll(() => t.stop());

interface Told {
  step: string;
  told_on: string;
  told: string;
}
const told = (personId: string): Promise<Told[]> =>
  t.db.sql<Told>(
    `select r.step, r.told_on::text, p.given_name as told from reminder r join person p on p.id = r.told_id
     where r.person_id = $1 order by r.told_on, r.step`,
    [personId],
  );
const steps = async (personId: string): Promise<string[]> =>
  (await told(personId)).map((row) => `${row.told_on} ${row.step} ${row.told}`);

async function days(from: string, to: string): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) await t.send(day);
}

let n = 0;
/** A supplier with a coordinator, and somebody who works there. */
async function crew(given: { email?: boolean; managed?: boolean; startsOn?: string; endsOn?: string } = {}) {
  const organisationId = await t.make.organisation();
  const [coordinator, manager, person] = [
    await t.make.person({ givenName: 'Coordinator', contactEmail: `c${(n += 1)}@example.org` }),
    await t.make.person({ givenName: 'Manager', contactEmail: `m${n}@example.org` }),
    await t.make.person({
      givenName: 'Sam',
      familyName: 'Reed',
      contactEmail: given.email === false ? undefined : `s${n}@example.org`,
    }),
  ];
  await t.make.engagement({ personId: coordinator, organisationId });
  await t.make.grant({ personId: coordinator, role: 'coordinator', organisationId });
  await t.make.engagement({ personId: manager, organisationId });
  const engagementId = await t.make.engagement({
    ...{ personId: person, organisationId, startsOn: given.startsOn, endsOn: given.endsOn },
    lineManagerId: given.managed ? manager : undefined,
  });
  return { person, coordinator, manager, organisationId, engagementId };
}

describe('the chain of what is due', () => {
  // Fri 27 Nov 2026.
  const due = '2026-11-27';
  it('tells each step once, and the coordinator after a week', async () => {
    const { person } = await crew();
    await t.owe(person, await t.make.course({ title: 'Fatigue' }), due);
    await days('2026-11-09', '2026-12-14');
    expect(await steps(person)).toEqual([
      '2026-11-13 soon-14 Sam',
      '2026-11-24 soon-3 Sam',
      // A Saturday: what cannot wait is told at the weekend too.
      '2026-11-28 overdue-1 Sam',
      '2026-12-04 escalated Coordinator',
      '2026-12-04 overdue-7 Sam',
    ]);
  });

  it('escalates to the line manager where there is one', async () => {
    const { person } = await crew({ managed: true });
    await t.owe(person, await t.make.course(), due);
    await days('2026-12-04', '2026-12-04');
    expect(await steps(person)).toEqual(['2026-12-04 escalated Manager', '2026-12-04 overdue-7 Sam']);
  });

  it('catches up on missed days with the newest step alone', async () => {
    const { person } = await crew();
    await t.owe(person, await t.make.course(), due);
    await days('2026-12-01', '2026-12-03');
    expect(await steps(person)).toEqual(['2026-12-01 overdue-1 Sam']);
  });

  it('waits until Monday with what can wait', async () => {
    const { person } = await crew();
    // T−14 is Sat 14 Nov.
    await t.owe(person, await t.make.course(), '2026-11-28');
    await days('2026-11-14', '2026-11-17');
    expect(await steps(person)).toEqual(['2026-11-16 soon-14 Sam']);
  });

  it('begins anew when the date moves, without telling the same twice in a row', async () => {
    const { person } = await crew();
    const id = await t.owe(person, await t.make.course(), due);
    await days('2026-11-13', '2026-11-13');
    const move = (to: string) => t.db.sql('update assignment set due_on = $2 where id = $1', [id, to]);
    await move('2026-12-01');
    await days('2026-11-17', '2026-11-20');
    expect(await steps(person)).toEqual(['2026-11-13 soon-14 Sam']);
    await move('2027-01-15');
    await days('2026-12-30', '2027-01-04');
    expect(await steps(person)).toEqual(['2026-11-13 soon-14 Sam', '2027-01-01 soon-14 Sam']);
  });

  it('stops when it is done', async () => {
    const { person } = await crew();
    const courseId = await t.make.course();
    await t.owe(person, courseId, due);
    await days('2026-11-13', '2026-11-13');
    await t.complete(person, courseId, '2026-11-16', null);
    await days('2026-11-24', '2026-12-07');
    expect(await steps(person)).toHaveLength(1);
  });
});

describe('what ends', () => {
  it('is told when the window opens, before it ends, and when it has ended', async () => {
    const { person } = await crew();
    const courseId = await t.make.course();
    await t.owe(person, courseId, '2025-11-20');
    await t.complete(person, courseId, '2025-11-10', '2026-11-26');
    await days('2026-10-20', '2026-12-07');
    expect((await steps(person)).map((line) => line.slice(0, -4))).toEqual([
      '2026-10-27 window',
      '2026-11-12 soon-14',
      '2026-11-23 soon-3',
      '2026-11-27 overdue-1',
      '2026-12-03 escalated Coordin',
      '2026-12-03 overdue-7',
    ]);
  });

  it('is told once, when nobody asks for it', async () => {
    const { person } = await crew();
    await t.complete(person, await t.make.course(), '2025-11-10', '2026-11-26');
    await days('2026-10-20', '2026-12-07');
    expect(await steps(person)).toEqual(['2026-10-27 window Sam']);
  });
});

describe('who is told', () => {
  const due = '2026-11-27';
  it('is the coordinator for somebody without an address, who reads it under Notices too', async () => {
    const { person, coordinator } = await crew({ email: false });
    await t.owe(person, await t.make.course({ title: 'Incursions' }), due);
    await days('2026-11-24', '2026-11-24');
    expect(await steps(person)).toEqual(['2026-11-24 soon-3 Coordinator']);
    const mails = await t.db.sql<{ text_body: string }>('select text_body from mail where person_id = $1', [
      coordinator,
    ]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text_body).toContain('- Sam Reed\n  Incursions: due Fri 27 Nov 2026, in 3 days.');
    const notices = await t.db.sql(
      'select person_id, kind, link, about from notice where person_id = any ($1) order by kind',
      [[person, coordinator]],
    );
    expect(notices).toMatchObject([
      { person_id: person, kind: 'soon' },
      { person_id: coordinator, kind: 'tell', about: { personId: person } },
    ]);
  });

  it('is nobody who has left, or begins in more than a week', async () => {
    const left = await crew({ endsOn: '2026-11-20' });
    const later = await crew({ startsOn: '2026-12-07' });
    for (const { person } of [left, later]) await t.owe(person, await t.make.course(), due);
    await days('2026-11-24', '2026-11-29');
    expect(await steps(left.person)).toEqual([]);
    expect(await steps(later.person)).toEqual([]);
    await days('2026-11-30', '2026-11-30');
    expect(await steps(later.person)).toEqual(['2026-11-30 overdue-1 Sam']);
  });

  it('is nobody on leave, and nobody hears of them meanwhile', async () => {
    const { person, engagementId } = await crew();
    await t.owe(person, await t.make.course(), due);
    await t.leave(person, engagementId, { from: '2026-11-20', to: '2026-12-09' });
    await days('2026-11-23', '2026-12-10');
    expect(await steps(person)).toEqual(['2026-12-10 escalated Coordinator', '2026-12-10 overdue-7 Sam']);
  });

  it('is nobody for what is asked by an employer from whom they are on leave, though they work for another', async () => {
    const { person, engagementId } = await crew();
    const other = await t.make.engagement({ personId: person, organisationId: await t.make.organisation() });
    const [away, there, both] = [await t.make.course(), await t.make.course(), await t.make.course()];
    await t.owe(person, away, due, engagementId);
    await t.owe(person, there, due, other);
    const asked = await t.owe(person, both, due, engagementId);
    // Both employers ask for this one: under two requests.
    const second = await t.owe(await t.make.person(), both, due);
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, since)
       select gen_random_uuid(), $1, kind, request_id, $2, due_on, since from assignment_reason where assignment_id = $3`,
      [asked, other, second],
    );
    await t.leave(person, engagementId, { from: '2026-11-20', to: '2026-12-09' });
    await days('2026-11-23', '2026-11-26');
    const told = await t.db.sql<{ thing_id: string }>('select thing_id from reminder where person_id = $1', [person]);
    expect(new Set(told.map(({ thing_id }) => thing_id))).toEqual(new Set([there, both]));
    await days('2026-12-10', '2026-12-10');
    expect(await steps(person)).toContain('2026-12-10 overdue-7 Sam');
  });

  it('is the next who is there, when the line manager has left', async () => {
    const { person, manager } = await crew({ managed: true });
    await t.db.sql(`update engagement set ends_on = '2026-12-01' where person_id = $1`, [manager]);
    await t.owe(person, await t.make.course(), due);
    await days('2026-12-04', '2026-12-04');
    expect((await steps(person))[0]).toBe('2026-12-04 escalated Coordinator');
  });

  it('is never another employer', async () => {
    const { person, engagementId } = await crew();
    const other = await crew();
    const second = await t.make.engagement({ personId: person, organisationId: other.organisationId });
    await t.owe(person, await t.make.course(), due, second);
    await t.owe(person, await t.make.course(), due, engagementId);
    await t.owe(person, await t.make.course(), due);
    await days('2026-12-04', '2026-12-04');
    const rows = await t.db.sql<{ told_id: string }>(
      `select told_id from reminder where person_id = $1 and step = 'escalated'`,
      [person],
    );
    // The third has no employer that asks, and there are two: neither hears of it.
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row.told_id)).toContain(other.coordinator);
  });
});

describe('what waits for a decision', () => {
  it('is told to those who may decide, when it comes and after a week, and then no more', async () => {
    const { person } = await crew();
    const [asker, decider] = [await t.make.person(), await t.make.person({ givenName: 'Decider' })];
    for (const personId of [asker, decider, person]) await t.make.grant({ personId, role: 'people-team' });
    await t.db.sql(
      `insert into exemption (id, person_id, course_id, from_on, to_on, reason, asked_by, asked_at)
       values (gen_random_uuid(), $1, $2, '2026-07-01', '2026-12-31', 'Elsewhere', $3, '2026-07-06T09:00:00Z')`,
      [person, await t.make.course(), asker],
    );
    await days('2026-07-06', '2026-07-24');
    expect(await steps(decider)).toEqual(['2026-07-06 waiting Decider', '2026-07-13 still-waiting Decider']);
    expect([await steps(asker), await steps(person)]).toEqual([[], []]);
  });

  it('is an erasure too, until somebody decides; who proposed it is not told', async () => {
    const { person } = await crew();
    const [proposer, decider] = [
      await t.make.person(),
      await t.make.person({ givenName: 'Second', contactEmail: 'second@example.org' }),
    ];
    for (const personId of [proposer, decider]) await t.make.grant({ personId, role: 'people-team' });
    const id = uuid();
    await t.db.sql(
      `insert into erasure (id, person_id, ground, reason, override, digest, counts, proposed_by, proposed_at)
       values ($1, $2, 'asked', 'Asked for', '', 'x', '[]', $3, '2026-08-17T09:00:00Z')`,
      [id, person, proposer],
    );
    await days('2026-08-17', '2026-08-17');
    expect(await steps(decider)).toContain('2026-08-17 waiting Second');
    const [mail] = await t.db.sql<{ text_body: string }>(
      `select text_body from mail where person_id = $1 order by created_at desc`,
      [decider],
    );
    const notice = await t.db.sql(
      `select about ->> 'what' as what, link from notice where person_id = $1 and kind = 'decide' and about ->> 'what' = 'erasure'`,
      [decider],
    );
    expect(mail?.text_body).toContain('1 erasure to decide');
    expect(notice).toEqual([{ what: 'erasure', link: `/data-protection/erasures/${id}` }]);
    const waits = (who: string) =>
      t.db.sql(`select thing_id from decisions_waiting('2026-08-18') where decider_id = $1 and what = 'erasure'`, [
        who,
      ]);
    expect([await waits(decider), await waits(proposer)]).toEqual([[{ thing_id: id }], []]);
    await t.db.sql(
      `update erasure set state = 'withdrawn', decided_by = proposed_by, decided_at = proposed_at where id = $1`,
      [id],
    );
    expect(await waits(decider)).toEqual([]);
  });
});

describe('killed between chunks', () => {
  it('goes on with the rest: nobody twice, nobody missing', async () => {
    const day = '2026-08-12';
    const organisationId = await t.make.organisation();
    const courseId = await t.make.course();
    const people: string[] = [];
    for (let i = 0; i < 25; i += 1) {
      const person = await t.make.person({ contactEmail: `k${i}@example.org` });
      await t.make.engagement({ personId: person, organisationId });
      await t.owe(person, courseId, addDays(day, 3));
      people.push(person);
    }
    const real = t.keepChunk.run.bind(t.keepChunk);
    let chunks = 0;
    t.keepChunk.run = (...given) => ((chunks += 1) === 3 ? Promise.reject(new Error('killed')) : real(...given));
    await expect(t.send(day, 5)).rejects.toThrow('killed');
    t.keepChunk.run = real;
    const mails = () =>
      t.db.sql<{ person_id: string }>('select person_id from mail where person_id = any ($1)', [people]);
    expect(await mails()).toHaveLength(10);
    expect(await t.send(day, 5)).toBe(15);
    expect(await t.send(day, 5)).toBe(0);
    expect((await mails()).map((row) => row.person_id).sort()).toEqual([...people].sort());
  });
});
