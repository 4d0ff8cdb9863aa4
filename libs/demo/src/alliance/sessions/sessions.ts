import { dayOfWeek, londonInstant } from '@lms/domain';
import { namedId } from '../accounts.js';
import { addDays, type LocalDate } from '../dates.js';
import type { Ids } from '../ids.js';
import type {
  DemoAssignment,
  DemoBooking,
  DemoCompletion,
  DemoCourse,
  DemoEngagement,
  DemoOrganisation,
  DemoSession,
} from '../types.js';
import { type SessionPlan, sessionPlans } from './session-plans.js';

export interface SessionFacts {
  ids: Ids;
  today: LocalDate;
  courses: readonly DemoCourse[];
  organisations: readonly DemoOrganisation[];
  engagements: readonly DemoEngagement[];
  assignments: readonly DemoAssignment[];
  completions: readonly DemoCompletion[];
}

/** So many working days from a day on; zero is that day itself. */
const workday = (from: LocalDate, days: number): LocalDate => {
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, Math.sign(days));
    if (dayOfWeek(day) < 6) left -= 1;
  }
  return day;
};

/** What goes on for some days begins so early in a week that no weekend lies in it. */
const withinAWeek = (day: LocalDate, days: number): LocalDate =>
  dayOfWeek(day) + days <= 5 || days === 0 ? day : withinAWeek(workday(day, 1), days);

const instant = (day: LocalDate, clock: string, minutes = 0): string =>
  new Date(londonInstant(day, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + minutes)).toISOString();

/** What is planned, who is booked and waits, and of what was held who was there. */
export const sessionsOf = (facts: SessionFacts): DemoSession[] =>
  sessionPlans.map((plan) => {
    const { ids, today } = facts;
    const course = facts.courses.find(({ code }) => code === plan.course)!;
    const activity = course.versions.at(-1)!.activities.find(({ kind }) => kind === 'in-person')!;
    const day = withinAWeek(workday(today, plan.day), plan.days ?? 0);
    const organisationIds = plan.organisations.map((key) => ids('organisation', key));
    return {
      id: ids('session', plan.key),
      courseId: course.id,
      activityId: activity.id,
      form: plan.form,
      startsAt: instant(day, plan.at),
      endsAt: instant(workday(day, plan.days ?? 0), plan.at, plan.minutes),
      place: plan.place,
      joinUrl: plan.joinUrl ?? null,
      note: plan.note,
      capacity: plan.capacity,
      organisationIds,
      trainerIds: [namedId(ids, plan.trainer)],
      plannedById: namedId(ids, plan.trainer),
      plannedAt: instant(workday(today, Math.min(plan.day, 0) - 8), '11:00'),
      held: plan.day < 0,
      bookings: bookingsOf(facts, plan, course, day, organisationIds),
    };
  });

function bookingsOf(
  facts: SessionFacts,
  plan: SessionPlan,
  course: DemoCourse,
  day: LocalDate,
  organisationIds: readonly string[],
): DemoBooking[] {
  const { ids, today, engagements } = facts;
  const open = new Set(organisationIds.flatMap((id) => [id, ...below(facts, id)]));
  const named = (plan.named ?? []).map((part) => namedId(ids, part));
  const then = engagements.filter(
    (e) =>
      e.startsOn <= day &&
      e.startsOn <= today &&
      (e.endsOn === null || e.endsOn >= day) &&
      (open.size === 0 || open.has(e.organisationId)),
  );
  const owing = new Set(
    facts.assignments.filter((a) => a.courseId === course.id && a.givenOn < day).map(({ personId }) => personId),
  );
  // Who never had the course; of what was held, nobody who has done anything since: their record goes on in order.
  const done = new Set(
    facts.completions
      .filter((c) => (plan.day < 0 ? c.completedOn >= day : c.courseId === course.id))
      .map(({ personId }) => personId),
  );
  const rank = ({ personId }: DemoEngagement): number => (owing.has(personId) ? 0 : 1);
  const staff = new Set([namedId(ids, plan.trainer), namedId(ids, plan.bookedBy)]);
  const others = then
    .filter((e) => plan.groups.includes(e.employmentGroup) && !named.includes(e.personId) && !staff.has(e.personId))
    .filter((e) => (rank(e) === 0 && plan.day > 0) || !done.has(e.personId))
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .filter((e, at, all) => all.findIndex(({ personId }) => personId === e.personId) === at)
    .slice(0, plan.people);
  const chosen = [...then.filter(({ personId }) => named.includes(personId)), ...others];
  return chosen.map((e, at) => ({
    id: ids('booking', plan.key, e.personId),
    personId: e.personId,
    engagementId: e.id,
    bookedById: named.includes(e.personId) ? e.personId : namedId(ids, plan.bookedBy),
    bookedAt: instant(workday(today, Math.min(plan.day, 0) - 4), '09:00', at),
    // Of what was held: the last one did not come, the one before came without a booking.
    presence: plan.day > 0 ? null : at === chosen.length - 1 ? 'absent' : 'signed',
    walkIn: plan.day < 0 && at === chosen.length - 2,
  }));
}

const below = ({ organisations }: SessionFacts, id: string): string[] =>
  organisations.filter(({ parentId }) => parentId === id).map((organisation) => organisation.id);
