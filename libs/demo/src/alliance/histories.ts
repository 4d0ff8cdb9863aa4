import { coursePlans, goLiveOf } from './courses/courses.js';
import type { CoursePlan, Need } from './courses/course-plan.js';
import { addDays, lastValidDay, type LocalDate } from './dates.js';
import type { OrganisationPlan } from './organisations.js';
import { randomOf, type Random } from './random.js';
import type { DemoActivity, DemoCompletion, DemoCourse, DemoEngagement } from './types.js';

export interface HistoryFacts {
  seed: string | number;
  today: LocalDate;
  courses: ReadonlyMap<string, DemoCourse>;
  planOf: ReadonlyMap<string, OrganisationPlan>;
  trainerId: string;
}

type Held = Pick<DemoCompletion, 'completedOn' | 'validUntil'>;

const latest = (...dates: LocalDate[]): LocalDate => dates.reduce((a, b) => (a > b ? a : b));
const earliest = (...dates: LocalDate[]): LocalDate => dates.reduce((a, b) => (a < b ? a : b));

const needFor = (plan: CoursePlan, engagement: DemoEngagement, at: OrganisationPlan): Need | undefined =>
  plan.needs.find(
    ({ groups, trades, kinds }) =>
      (groups?.includes(engagement.employmentGroup) ?? true) &&
      (trades?.includes(at.trade) ?? true) &&
      (kinds?.includes(at.kind) ?? true),
  );

/** The first time: near the day the need asks for, some late, and a few recent starters not at all. */
const firstTime = (target: LocalDate, opens: LocalDate, today: LocalDate, random: Random): LocalDate | null => {
  const recent = target > addDays(today, -300);
  if (recent && random.chance(0.035)) return null;
  const drift = random.chance(0.06) ? random.int(8, 45) : random.int(-4, 3);
  return latest(opens, addDays(target, drift));
};

/** The next time: mostly within six weeks before it ends, some late; a few have let it lapse of late. */
const nextTime = (validUntil: LocalDate, today: LocalDate, random: Random): LocalDate | null => {
  if (validUntil > addDays(today, -170) && random.chance(0.17)) return null;
  return addDays(validUntil, random.chance(0.12) ? random.int(1, 35) : -random.int(0, 48));
};

/** Every day on which one person completed one course during one engagement, given what they held before. */
const daysOf = (
  plan: CoursePlan,
  need: Need,
  engagement: DemoEngagement,
  today: LocalDate,
  held: Held | undefined,
  random: Random,
): LocalDate[] => {
  if (need.leaving) return lastDaysOf(need, engagement, today);
  const until = earliest(addDays(today, -1), engagement.endsOn ?? today);
  const exists = plan.existsSinceDaysAgo ? addDays(today, -plan.existsSinceDaysAgo) : engagement.startsOn;
  const opens = latest(addDays(engagement.startsOn, -7), exists);
  const stillHeld = held && (held.validUntil === null || held.validUntil >= engagement.startsOn);
  let next: LocalDate | null;
  if (!stillHeld) next = firstTime(addDays(latest(engagement.startsOn, exists), need.dayOffset), opens, today, random);
  else next = held.validUntil && nextTime(held.validUntil, today, random);
  const days: LocalDate[] = [];
  while (next && next <= until) {
    if (next >= opens) days.push(next);
    const validUntil = lastValidDay(next, plan.months);
    next = validUntil && nextTime(validUntil, today, random);
  }
  return days;
};

/** What is done on leaving is done once, by who has left since the records are kept here. */
const lastDaysOf = ({ dayOffset }: Need, { endsOn }: DemoEngagement, today: LocalDate): LocalDate[] => {
  if (endsOn === null || endsOn >= today) return [];
  const on = addDays(endsOn, dayOffset);
  return on > goLiveOf(today) ? [on] : [];
};

/** What ends a course tells where its completion comes from. */
const sourceOf = (activities: readonly DemoActivity[]): DemoCompletion['source'] => {
  if (activities.some(({ kind }) => kind === 'in-person')) return 'manual';
  const last = activities.at(-1)?.kind;
  return last === 'practical' || last === 'evidence' ? last : 'attempt';
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const completionOn = (
  facts: HistoryFacts,
  personId: string,
  course: DemoCourse,
  completedOn: LocalDate,
  random: Random,
): DemoCompletion => {
  const imported = completedOn < goLiveOf(facts.today);
  const version = course.versions.findLast(({ publishedOn }) => publishedOn <= completedOn) ?? course.versions[0]!;
  const source = imported ? 'import' : sourceOf(version.activities);
  const clock = `${twoDigits(random.int(6, 15))}:${twoDigits(random.int(0, 59))}:${twoDigits(random.int(0, 59))}`;
  return {
    personId,
    courseId: course.id,
    courseCode: course.code,
    courseVersionId: version.id,
    versionNumber: version.number,
    completedOn,
    at: `${completedOn}T${clock}.000Z`,
    source,
    validUntil: lastValidDay(completedOn, version.validityMonths),
    recordedById: source === 'import' || source === 'attempt' ? null : facts.trainerId,
  };
};

/** What came from the old records came in one go: in order, a second apart, on the morning of going live. */
const stampImports = (completions: readonly DemoCompletion[], today: LocalDate): void => {
  let second = 0;
  for (const completion of completions) {
    if (completion.source !== 'import') continue;
    completion.at = `${goLiveOf(today)}T05:${twoDigits(10 + Math.floor(second / 60))}:${twoDigits(second % 60)}.000Z`;
    second += 1;
  }
};

/** One person's completions over all their engagements, in the order in which they were recorded. */
export const historyOf = (facts: HistoryFacts, engagements: readonly DemoEngagement[]): DemoCompletion[] => {
  const completions: DemoCompletion[] = [];
  const goLive = goLiveOf(facts.today);
  for (const plan of coursePlans) {
    const course = facts.courses.get(plan.code)!;
    let held: Held | undefined;
    for (const engagement of engagements) {
      const need = needFor(plan, engagement, facts.planOf.get(engagement.organisationId)!);
      if (!need) continue;
      const random = randomOf(facts.seed, 'history', engagement.id, plan.code);
      if (!random.chance(need.share ?? 1)) continue;
      const days = daysOf(plan, need, engagement, facts.today, held, random);
      // The old records brought only the latest of each course.
      const oldest = days.findLastIndex((on) => on < goLive);
      for (const on of days.slice(Math.max(0, oldest))) {
        const completion = completionOn(facts, engagement.personId, course, on, random);
        completions.push(completion);
        held = completion;
      }
    }
  }
  completions.sort((a, b) =>
    a.completedOn < b.completedOn ? -1 : a.completedOn > b.completedOn ? 1 : a.at < b.at ? -1 : 1,
  );
  stampImports(completions, facts.today);
  return completions;
};
