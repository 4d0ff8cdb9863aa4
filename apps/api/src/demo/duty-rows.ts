import type { LocalDate } from '@lms/domain';
import type { Row } from './insert-rows.js';
import type { Moments } from './moments.js';
import { derivedId } from './derived-id.js';

/** What the demonstration's people owe, as rows. */
export interface DutyRows {
  enrolments: Row[];
  assignments: Row[];
  reasons: Row[];
}

interface Enrolled {
  id: string;
  personId: string;
  engagementId: string;
  pathId: string;
  pathVersionId: string;
  anchor: LocalDate;
  opensOn: LocalDate;
  givenOn: LocalDate;
}

/** `closedOn` is set where the path was walked to its end. */
export const enrolmentRow = (e: Enrolled, moments: Moments, closedOn: LocalDate | null = null): Row => ({
  id: e.id,
  person_id: e.personId,
  engagement_id: e.engagementId,
  path_id: e.pathId,
  path_version_id: e.pathVersionId,
  anchor_on: e.anchor,
  opens_on: e.opensOn,
  given_on: e.givenOn,
  state: closedOn === null ? 'open' : 'closed',
  closed_on: closedOn,
  closed_why: closedOn === null ? null : 'finished',
  created_at: moments.at(e.givenOn),
});

interface Owed {
  id: string;
  personId: string;
  courseId: string;
  cycle: number;
  dueOn: LocalDate;
  opensOn: LocalDate;
  givenOn: LocalDate;
}

export const assignmentRow = (
  a: Owed,
  moments: Moments,
  closed: { on: LocalDate; why: 'completed' | 'already-valid' } | null = null,
): Row => ({
  id: a.id,
  person_id: a.personId,
  course_id: a.courseId,
  cycle: a.cycle,
  due_on: a.dueOn,
  opens_on: a.opensOn,
  state: closed === null ? 'open' : 'closed',
  closed_on: closed?.on ?? null,
  closed_why: closed?.why ?? null,
  created_at: moments.at(a.givenOn),
});

export const reasonRow = (
  assignmentId: string,
  enrolmentId: string,
  stepId: string,
  dates: { dueOn: LocalDate; opensOn: LocalDate; since: string },
): Row => ({
  id: derivedId('reason', assignmentId, enrolmentId, stepId),
  assignment_id: assignmentId,
  kind: 'path',
  path_enrolment_id: enrolmentId,
  path_step_id: stepId,
  due_on: dates.dueOn,
  opens_on: dates.opensOn,
  since: dates.since,
});
