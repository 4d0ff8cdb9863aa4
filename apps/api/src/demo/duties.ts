import { addDays, type LocalDate } from '@lms/domain';
import type { Alliance, DemoAssignment, DemoCompletion, DemoEnrolment } from '@lms/demo';
import { derivedId } from './derived-id.js';
import { assignmentRow, type DutyRows, enrolmentRow, reasonRow } from './duty-rows.js';
import { earlier } from './earlier.js';
import type { Moments } from './moments.js';
import { type StepFinder, stepFinder } from './step-finder.js';

const key = (personId: string, courseId: string): string => `${personId} ${courseId}`;

/** Enrolments, what they make owed, and why: one assignment a person and course, with a reason for each path. */
export function dutiesOf(alliance: Alliance, moments: Moments): DutyRows {
  const open = new Map(alliance.assignments.map((a) => [key(a.personId, a.courseId), a]));
  const done = Map.groupBy(alliance.completions, (c) => key(c.personId, c.courseId));
  const rows: DutyRows = { enrolments: [], assignments: [], reasons: [] };
  const find = stepFinder(alliance);
  addOpen(rows, alliance, moments, find);
  const closed = new Set<string>();
  for (const enrolment of alliance.enrolments) {
    rows.enrolments.push(enrolmentRow(enrolment, moments));
    for (const step of openingSteps(enrolment, find)) {
      const owed = key(enrolment.personId, step.courseId);
      const past = done.get(owed) ?? [];
      const last = past.at(-1);
      const current = open.get(owed);
      const id = current?.id ?? derivedId('assignment', owed, past.length);
      if (!current && !last) continue;
      if (!current && last && !closed.has(owed)) {
        closed.add(owed);
        const what = { ...step, id, personId: enrolment.personId, cycle: past.length, givenOn: enrolment.givenOn };
        rows.assignments.push(assignmentRow(what, moments, closingOf(enrolment, last)));
      }
      const dates = {
        dueOn: current?.dueOn ?? step.dueOn,
        opensOn: step.opensOn,
        since: moments.at(enrolment.givenOn),
      };
      rows.reasons.push(reasonRow(id, enrolment.id, step.stepId, dates));
    }
  }
  return rows;
}

/** What is still owed. Renewals of paths that were walked long ago get those paths, closed, as their reason. */
function addOpen(rows: DutyRows, alliance: Alliance, moments: Moments, find: StepFinder): void {
  const walked = new Set<string>();
  for (const a of alliance.assignments) {
    const { enrolmentId, pathId, engagementId } = a.reason;
    const { step, anchor, pathVersionId } = find(pathId, a.courseId, engagementId);
    const opensOn = isRenewal(a) ? a.givenOn : earlier(addDays(anchor, -7), addDays(anchor, step.dayOffset));
    rows.assignments.push(assignmentRow({ ...a, opensOn }, moments));
    if (enrolmentId !== null) continue;
    const id = derivedId('walked path', engagementId, pathId);
    if (!walked.has(id)) {
      walked.add(id);
      const given = { givenOn: addDays(anchor, -21), opensOn: addDays(anchor, -7) };
      const enrolled = { ...given, id, personId: a.personId, engagementId, pathId, pathVersionId, anchor };
      rows.enrolments.push(enrolmentRow(enrolled, moments, addDays(anchor, 60)));
    }
    rows.reasons.push(reasonRow(a.id, id, step.id, { dueOn: a.dueOn, opensOn, since: moments.at(a.givenOn) }));
  }
}

const isRenewal = ({ cycle }: DemoAssignment): boolean => cycle > 1;

/** What was done before the path was given is not owed again; what was done after it has been fulfilled. */
const closingOf = ({ givenOn }: DemoEnrolment, { completedOn }: DemoCompletion) =>
  completedOn >= givenOn
    ? { on: completedOn, why: 'completed' as const }
    : { on: givenOn, why: 'already-valid' as const };

function openingSteps(
  e: DemoEnrolment,
  find: StepFinder,
): { stepId: string; courseId: string; dueOn: LocalDate; opensOn: LocalDate }[] {
  return e.steps.map((step) => ({
    ...step,
    opensOn: earlier(e.opensOn, addDays(e.anchor, find(e.pathId, step.courseId, e.engagementId).step.dayOffset)),
  }));
}
