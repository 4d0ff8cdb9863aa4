import { addDays, type LocalDate } from './dates.js';
import type { Ids } from './ids.js';
import { onboardingPathOf } from './paths.js';
import { randomOf } from './random.js';
import type {
  DemoAssignment,
  DemoCompletion,
  DemoEngagement,
  DemoEnrolment,
  DemoPath,
  OrganisationKind,
} from './types.js';

const enrolledForDays = 60;
const windowDays = 60;
const graceDays = 7;

export interface DutyFacts {
  seed: string | number;
  ids: Ids;
  today: LocalDate;
  paths: readonly DemoPath[];
  kindOf: ReadonlyMap<string, OrganisationKind>;
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** When the engagement was entered: before its start, and never after today. */
const givenOnOf = ({ seed, today }: DutyFacts, engagement: DemoEngagement): LocalDate => {
  const entered = addDays(engagement.startsOn, -randomOf(seed, 'entered', engagement.id).int(14, 28));
  return entered > today ? today : entered;
};

/** A step is due on its own day, but never sooner than a week after it was given. */
const dueOnOf = (engagement: DemoEngagement, dayOffset: number, givenOn: LocalDate): LocalDate =>
  later(addDays(engagement.startsOn, dayOffset), addDays(givenOn, graceDays));

const enrolmentOf = (
  facts: DutyFacts,
  engagement: DemoEngagement,
  path: DemoPath,
  givenOn: LocalDate,
): DemoEnrolment => ({
  id: facts.ids('enrolment', engagement.id, path.code),
  personId: engagement.personId,
  engagementId: engagement.id,
  pathId: path.id,
  pathVersionId: path.version.id,
  anchor: engagement.startsOn,
  givenOn,
  opensOn: addDays(engagement.startsOn, -7),
  steps: path.version.stages.flatMap(({ dayOffset, steps }) =>
    steps.map(({ id, courseId }) => ({ stepId: id, courseId, dueOn: dueOnOf(engagement, dayOffset, givenOn) })),
  ),
});

export interface Duties {
  enrolments: DemoEnrolment[];
  assignments: DemoAssignment[];
}

/**
 * What one person owes today: the courses of the path of each running or planned engagement that were never done, and
 * those whose validity has ended or ends within the window. A renewal is due on the last valid day.
 */
export const dutiesOf = (
  facts: DutyFacts,
  engagements: readonly DemoEngagement[],
  history: readonly DemoCompletion[],
): Duties => {
  const enrolments: DemoEnrolment[] = [];
  const open = new Map<string, DemoAssignment>();
  for (const engagement of engagements) {
    if (engagement.endsOn !== null && engagement.endsOn < facts.today) continue;
    const path = onboardingPathOf(facts.paths, engagement, facts.kindOf.get(engagement.organisationId)!);
    if (!path) continue;
    const givenOn = givenOnOf(facts, engagement);
    const recent = engagement.startsOn >= addDays(facts.today, -enrolledForDays);
    const enrolment = recent ? enrolmentOf(facts, engagement, path, givenOn) : null;
    if (enrolment) enrolments.push(enrolment);
    for (const { dayOffset, steps } of path.version.stages) {
      for (const { courseId, courseCode } of steps) {
        const done = history.filter((completion) => completion.courseId === courseId);
        const last = done.at(-1);
        if (last && (last.validUntil === null || last.validUntil > addDays(facts.today, windowDays))) continue;
        const renewal = last?.validUntil ?? null;
        const dueOn = renewal ?? dueOnOf(engagement, dayOffset, givenOn);
        const known = open.get(courseId);
        if (known && known.dueOn <= dueOn) continue;
        open.set(courseId, {
          id: facts.ids('assignment', engagement.personId, courseCode, done.length + 1),
          personId: engagement.personId,
          courseId,
          courseCode,
          givenOn: renewal ? addDays(renewal, -windowDays) : givenOn,
          dueOn,
          cycle: done.length + 1,
          reason: { kind: 'path', pathId: path.id, engagementId: engagement.id, enrolmentId: enrolment?.id ?? null },
        });
      }
    }
  }
  return { enrolments, assignments: [...open.values()] };
};
