import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfWeek, minDate, type Standing, standingFromDates } from '@lms/domain';
import fc from 'fast-check';
import { testDigests, type TestDigests } from '../testing/test-digests.test.js';

const FIRST = '2026-06-01';
const DAYS = 18;
const dayOf = (n: number): string => addDays(FIRST, n);

let t: TestDigests;
beforeAll(async () => {
  t = await testDigests();
}, 60_000);
afterAll(() => t.stop());

/** Days are counted from the first of the history. */
interface History {
  workers: { email: boolean; managed: boolean; startsOn: number; endsOn: number | null }[];
  managerEndsOn: number | null;
  leaves: { worker: number; from: number; days: number }[];
  owed: { worker: number; course: number; due: number }[];
  changes: { day: number; owed: number; to: { due: number } | { doneUntil: number | null } }[];
  /** What became of the job on each day: after how many people it was killed, if it ran at all. */
  runs: ('ok' | 'down' | { killedAfter: number; again: boolean })[];
  /** Whether the mail server was away on each day, until its evening. */
  mute: boolean[];
}

const offset = (min: number, max: number) => fc.integer({ min, max });
const history: fc.Arbitrary<History> = fc.record({
  workers: fc.array(
    fc.record({
      email: fc.boolean(),
      managed: fc.boolean(),
      startsOn: fc.oneof({ weight: 3, arbitrary: fc.constant(-400) }, offset(0, 20)),
      endsOn: fc.option(
        offset(21, 30).map((n) => n - 10),
        { freq: 4 },
      ),
    }),
    { minLength: 3, maxLength: 4 },
  ),
  leaves: fc.array(fc.record({ worker: offset(0, 3), from: offset(-3, DAYS), days: offset(1, 8) }), { maxLength: 2 }),
  managerEndsOn: fc.option(offset(0, DAYS), { freq: 2 }),
  owed: fc.uniqueArray(fc.record({ worker: offset(0, 3), course: offset(0, 2), due: offset(-12, 24) }), {
    minLength: 4,
    maxLength: 8,
    selector: ({ worker, course }) => `${worker} ${course}`,
  }),
  changes: fc.array(
    fc.record({
      day: offset(0, DAYS - 1),
      owed: offset(0, 7),
      to: fc.oneof(fc.record({ due: offset(-5, 30) }), fc.record({ doneUntil: fc.option(offset(1, 40), { freq: 4 }) })),
    }),
    { maxLength: 6 },
  ),
  runs: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('ok' as const) },
      { weight: 1, arbitrary: fc.constant('down' as const) },
      { weight: 2, arbitrary: fc.record({ killedAfter: offset(0, 2), again: fc.boolean() }) },
    ),
    { minLength: DAYS, maxLength: DAYS },
  ),
  mute: fc.array(
    offset(0, 3).map((n) => n === 0),
    { minLength: DAYS, maxLength: DAYS },
  ),
});

interface Spell {
  engagementId: string;
  startsOn: string;
  endsOn: string | null;
  away: { from: string; to: string }[];
}

/** Writes the people down; answers their ids and when each is there. */
async function arrange({ workers, managerEndsOn, leaves, owed }: History) {
  const organisationId = await t.make.organisation();
  const spells = new Map<string, Spell>();
  const hire = async (given: { email: boolean; startsOn: number; endsOn: number | null; managerId?: string }) => {
    const person = await t.make.person({ contactEmail: given.email ? 'somebody@example.org' : undefined });
    const startsOn = dayOf(given.startsOn);
    const endsOn = given.endsOn === null ? null : dayOf(Math.max(given.endsOn, given.startsOn));
    const engagementId = await t.make.engagement({
      ...{ personId: person, organisationId, startsOn, endsOn: endsOn ?? undefined },
      lineManagerId: given.managerId,
    });
    spells.set(person, { engagementId, startsOn, endsOn, away: [] });
    return person;
  };
  const manager = await hire({ email: true, startsOn: -400, endsOn: managerEndsOn });
  const coordinator = await hire({ email: true, startsOn: -400, endsOn: null });
  await t.make.grant({ personId: coordinator, role: 'coordinator', organisationId });
  const ids: string[] = [];
  for (const one of workers) ids.push(await hire({ ...one, managerId: one.managed ? manager : undefined }));
  for (const leave of leaves) {
    const person = ids[leave.worker % ids.length]!;
    const spell = spells.get(person)!;
    const away = { from: dayOf(leave.from), to: dayOf(leave.from + leave.days) };
    spell.away.push(away);
    await t.leave(person, spell.engagementId, away);
  }
  const courses = [await t.make.course(), await t.make.course(), await t.make.course()];
  const things: { person: string; course: string; assignment: string }[] = [];
  for (const { worker, course, due } of owed) {
    const person = ids[worker % ids.length]!;
    if (things.some((thing) => thing.person === person && thing.course === courses[course])) continue;
    things.push({ person, course: courses[course]!, assignment: await t.owe(person, courses[course]!, dayOf(due)) });
  }
  return { spells, things, organisationId };
}

interface DatesRow {
  person_id: string;
  course_id: string;
  required: boolean;
  due_on: string | null;
  valid_until: string | null;
  ever_completed: boolean;
  lifetime: boolean;
  window_from: string | null;
  opens_on: string | null;
}

/** The newest step of a chain whose day has come, and its deadline: written down a second time, on purpose. */
function stepOf(row: DatesRow, today: string): { step: string; deadline: string; standing: Standing } | null {
  const standing = standingFromDates(
    {
      ...{ required: row.required, dueOn: row.due_on, validUntil: row.valid_until, everCompleted: row.ever_completed },
      ...{ neverExpires: row.lifetime, windowFrom: row.window_from, exemptions: [], startedOn: null },
    },
    today,
  );
  if (!['not started', 'overdue', 'expired', 'expiring'].includes(standing)) return null;
  const deadline =
    standing === 'expiring'
      ? minDate(row.valid_until, row.due_on)
      : (row.due_on ?? (standing === 'expired' ? row.valid_until : null));
  if (deadline === null || (row.opens_on ?? today) > today) return null;
  const since = (days: number): boolean => today >= addDays(deadline, days);
  if (standing === 'overdue' || standing === 'expired')
    return { step: since(7) ? 'overdue-7' : 'overdue-1', deadline, standing };
  if (since(-3)) return { step: 'soon-3', deadline, standing };
  if (since(-14)) return { step: 'soon-14', deadline, standing };
  return standing === 'expiring' ? { step: 'window', deadline, standing } : null;
}

describe('digests over generated days', () => {
  it('tell each step once, at most one mail a person and day, nothing to the absent, and leave nothing out', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        const { spells, things, organisationId } = await arrange(given);
        const people = [...spells.keys()];
        const there = (person: string, today: string, daysBefore = 0): boolean => {
          const spell = spells.get(person);
          return (
            !!spell &&
            addDays(spell.startsOn, -daysBefore) <= today &&
            (spell.endsOn === null || spell.endsOn >= today) &&
            !spell.away.some(({ from, to }) => from <= today && today <= to)
          );
        };
        for (let n = 0; n < DAYS; n += 1) {
          const today = dayOf(n);
          for (const { owed, to } of given.changes.filter(({ day }) => day === n)) {
            const thing = things[owed % things.length]!;
            if ('due' in to) {
              await t.db.sql(`update assignment set due_on = $2 where id = $1 and state = 'open'`, [
                thing.assignment,
                dayOf(to.due),
              ]);
            } else {
              const until = to.doneUntil === null ? null : dayOf(n + to.doneUntil);
              await t.complete(thing.person, thing.course, today, until);
            }
          }
          const run = given.runs[n]!;
          t.mailServer = given.mute[n] ? 'down' : 'up';
          const complete = run === 'ok' || (run !== 'down' && run.again);
          if (run !== 'ok' && run !== 'down') await killed(today, run.killedAfter);
          if (complete) await t.send(today, 1);

          const told = await t.db.sql<{ told_id: string; person_id: string; step: string }>(
            'select told_id, person_id, step from reminder where told_on = $1 and person_id = any ($2)',
            [today, people],
          );
          for (const row of told) {
            if (!there(row.person_id, today, 7)) throw new Error(`${today}: told of somebody absent: ${row.step}`);
            const self = row.told_id === row.person_id;
            if (!there(row.told_id, today, self ? 7 : 0))
              throw new Error(`${today}: told somebody absent: ${row.step}`);
          }
          if (complete && dayOfWeek(today) < 6)
            await nothingMissing(things, (person) => there(person, today, 7), today);
        }
        const twice = await t.db.sql(
          `select person_id, sent_at::date from mail where person_id = any ($1) and state = 'sent' group by 1, 2 having count(*) > 1
           union all select person_id, deadline from told_reminder where person_id = any ($1)
           group by person_id, kind, thing_id, deadline, step having count(*) > 1`,
          [people],
        );
        expect(twice).toEqual([]);
        // The next history is told of its own people alone.
        await t.db.sql(
          `update engagement set starts_on = '2020-01-01', ends_on = '2020-01-02' where organisation_id = $1`,
          [organisationId],
        );
      }),
      { numRuns: 8 },
    );
  }, 240_000);
});

async function killed(today: string, after: number): Promise<void> {
  const real = t.keepChunk.run.bind(t.keepChunk);
  let chunks = 0;
  t.keepChunk.run = (...args) => ((chunks += 1) > after ? Promise.reject(new Error('killed')) : real(...args));
  await t.send(today, 1).catch(() => undefined);
  t.keepChunk.run = real;
}

/** Days after the deadline from which the same step counts as told, whatever the date was. */
const TOLD_FROM: Readonly<Record<string, number>> = {
  ...{ window: -44, 'soon-14': -21, 'soon-3': -5, 'overdue-1': 1, 'overdue-7': 7 },
};

async function nothingMissing(
  things: readonly { person: string; course: string }[],
  there: (person: string) => boolean,
  today: string,
): Promise<void> {
  const rows = await t.db.sql<DatesRow>(
    `select person_id, course_id, required, due_on::text, valid_until::text, ever_completed, lifetime, window_from::text, opens_on::text
     from standing_dates where person_id = any ($1)`,
    [things.map(({ person }) => person)],
  );
  const ledger = await t.db.sql<{ key: string; deadline: string; told_on: string }>(
    `select concat_ws(' ', person_id, thing_id, step) as key, deadline::text, told_on::text from told_reminder where person_id = any ($1)`,
    [things.map(({ person }) => person)],
  );
  for (const row of rows) {
    const due = stepOf(row, today);
    if (!due || !there(row.person_id)) continue;
    const told = ledger.some(
      ({ key, deadline, told_on }) =>
        key === `${row.person_id} ${row.course_id} ${due.step}` &&
        // The same date, or the same step for another date a moment ago.
        (deadline === due.deadline || told_on >= addDays(due.deadline, TOLD_FROM[due.step] ?? 0)),
    );
    if (!told) throw new Error(`${today}: ${due.step} of ${due.deadline} was not told (${due.standing})`);
  }
}
