import { Conflict, NotFound, type Tx } from '@lms/api-platform';
import type { EquivalenceKind, EquivalenceVersion } from '@lms/contracts';

export interface LockedVersion {
  id: string;
  version: number;
  equivalenceId: string;
  number: number;
  state: EquivalenceVersion['state'];
  kind: EquivalenceKind;
  /** A course, or a qualification. */
  sourceId: string;
  sourceCourseId: string | null;
  courseId: string;
  /** Of the course as which it counts. */
  mandatory: boolean;
  remainderCourseId: string | null;
  fromOn: string | null;
  toOn: string | null;
  limitMonths: number | null;
  reason: string;
  createdBy: string;
  proposedBy: string | null;
  previewId: string | null;
}

/** The version and its equivalence, held until the transaction ends: one at a time decides about them. */
export async function lockVersion(tx: Tx, id: string): Promise<LockedVersion> {
  await tx.query(
    'select from equivalence where id = (select equivalence_id from equivalence_version where id = $1) for update',
    [id],
  );
  const [row]: LockedVersion[] = await tx.query(
    `select v.id, v.version, v.equivalence_id as "equivalenceId", v.number, v.state, v.kind,
       coalesce(e.source_course_id, e.qualification_id) as "sourceId", e.source_course_id as "sourceCourseId",
       e.course_id as "courseId", c.mandatory, v.remainder_course_id as "remainderCourseId", v.from_on::text as "fromOn",
       v.to_on::text as "toOn", v.limit_months as "limitMonths", v.reason, v.created_by as "createdBy",
       v.proposed_by as "proposedBy", v.preview_id as "previewId"
     from equivalence_version v join equivalence e on e.id = v.equivalence_id join course c on c.id = e.course_id
     where v.id = $1 for update of v`,
    [id],
  );
  if (!row) throw new NotFound();
  return row;
}

export function assertState({ state }: LockedVersion, ...states: LockedVersion['state'][]): void {
  if (!states.includes(state)) {
    throw new Conflict('other-state', 'This version is not in the state for that any more. Look at it again.');
  }
}

export async function lockEquivalence(tx: Tx, id: string): Promise<void> {
  const rows: unknown[] = await tx.query('select id from equivalence where id = $1 for update', [id]);
  if (rows.length === 0) throw new NotFound();
}
