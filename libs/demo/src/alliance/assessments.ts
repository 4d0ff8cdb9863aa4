import { assessedSinceDaysAgo } from './courses/assessed.js';
import { addDays, lastValidDay, type LocalDate } from './dates.js';
import type { Ids } from './ids.js';
import { randomOf } from './random.js';
import type {
  DemoAssignment,
  DemoCompletion,
  DemoCourse,
  DemoEngagement,
  DemoEvidence,
  DemoPracticalRequest,
} from './types.js';

const MOST_EVIDENCE = 14;
/** Every so many of them came back. */
const RETURNED_EVERY = 4;
const MOST_REQUESTS = 3;

const reasons = [
  'The photo is too dark to read the date. Take it again in daylight.',
  'This shows the back of the card only. Send the front as well.',
  'The number you typed is not the one on the card.',
];

export interface AssessmentFacts {
  seed: string | number;
  ids: Ids;
  today: LocalDate;
  courses: readonly DemoCourse[];
  engagements: readonly DemoEngagement[];
  verifierId: string;
  /** Sends cards for the people of an organisation. */
  coordinator: { personId: string; organisationId: string };
}

const dayBefore = (today: LocalDate, days: number, minute: number): string =>
  `${addDays(today, -days)}T12:${String(minute).padStart(2, '0')}:00.000Z`;

/** Cards that were sent for renewal these days: most of them wait for a check, some came back. */
export function evidenceOf(facts: AssessmentFacts, assignments: readonly DemoAssignment[]): DemoEvidence[] {
  const { seed, ids, today, verifierId, coordinator } = facts;
  const crew = new Set(
    facts.engagements.filter((e) => e.organisationId === coordinator.organisationId).map((e) => e.personId),
  );
  const candidates = assignments.flatMap((owed) => {
    const course = facts.courses.find(({ id }) => id === owed.courseId);
    const version = course?.versions.at(-1);
    const activity = version?.activities.find(({ kind }) => kind === 'evidence');
    // Renewals: what somebody owes for the first time may not be open yet.
    if (!course || !version || activity?.settings?.kind !== 'evidence' || owed.cycle < 2 || owed.givenOn >= today)
      return [];
    return [{ owed, course, version, activity, issuers: activity.settings.issuers }];
  });
  return candidates
    .toSorted((a, b) => (a.owed.id < b.owed.id ? -1 : 1))
    .slice(0, MOST_EVIDENCE)
    .map(({ owed, course, version, activity, issuers }, index): DemoEvidence => {
      const random = randomOf(seed, 'evidence', owed.id);
      const days = 2 + (index % 6);
      const issuedOn = addDays(today, -days - random.int(1, 20));
      const byCoordinator = crew.has(owed.personId) && owed.personId !== coordinator.personId;
      const returned = index % RETURNED_EVERY === RETURNED_EVERY - 1 && owed.personId !== verifierId;
      return {
        id: ids('evidence', owed.id),
        attemptId: ids('evidence attempt', owed.id),
        personId: owed.personId,
        courseId: course.id,
        courseVersionId: version.id,
        activityId: activity.id,
        issuer: random.pick(issuers),
        number: `${random.int(100, 999)} ${random.int(1000, 9999)}`,
        issuedOn,
        expiresOn: lastValidDay(issuedOn, version.validityMonths),
        submittedById: byCoordinator ? coordinator.personId : owed.personId,
        at: dayBefore(today, days, random.int(0, 50)),
        returned: returned
          ? { byId: verifierId, at: dayBefore(today, days - 1, random.int(0, 50)), reason: random.pick(reasons) }
          : null,
      };
    });
}

const notes = [
  'Any afternoon at the compound, by the east gate.',
  '',
  'I can show it on the night shift from Tuesday.',
];

/** People below one manager who are ready to show what they learnt. */
export function practicalRequestsOf(
  facts: AssessmentFacts,
  managerId: string,
  completions: readonly DemoCompletion[],
): DemoPracticalRequest[] {
  const { ids, today, engagements } = facts;
  const course = facts.courses.find(({ versions }) =>
    versions.at(-1)?.activities.some(({ kind }) => kind === 'practical'),
  );
  const version = course?.versions.at(-1);
  const activity = version?.activities.find(({ kind }) => kind === 'practical');
  if (!course || !version || !activity) return [];
  const current = engagements.filter((e) => e.startsOn <= today && (e.endsOn === null || e.endsOn >= today));
  const reports = new Set([managerId]);
  for (let before = 0; before !== reports.size;) {
    before = reports.size;
    for (const e of current) if (e.lineManagerId !== null && reports.has(e.lineManagerId)) reports.add(e.personId);
  }
  const done = new Set(completions.filter(({ courseId }) => courseId === course.id).map(({ personId }) => personId));
  return current
    .filter((e) => e.employmentGroup === 'site' && reports.has(e.personId) && !done.has(e.personId))
    .filter((e) => e.startsOn < addDays(today, -assessedSinceDaysAgo))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, MOST_REQUESTS)
    .map(({ personId }, index) => ({
      id: ids('practical request', personId),
      attemptId: ids('practical attempt', personId),
      personId,
      courseId: course.id,
      courseVersionId: version.id,
      activityId: activity.id,
      note: notes[index % notes.length] ?? '',
      at: dayBefore(today, 1 + index, 7 * index + 3),
    }));
}
