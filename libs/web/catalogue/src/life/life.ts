import type { CourseVersion, Me, PathVersion } from '@lms/contracts';
import { can } from '@lms/web-platform';

/** What the approval of a course version and of a path version have in common. */
export type LivingVersion = Pick<
  CourseVersion & PathVersion,
  | 'id'
  | 'number'
  | 'state'
  | 'createdByName'
  | 'submittedById'
  | 'submittedByName'
  | 'submittedAt'
  | 'approvedByName'
  | 'publishedAt'
  | 'returnedReason'
> & {
  /** Of a course: what is missing in one of them leads to it. */
  activities?: readonly { id: string }[];
};

export interface LifeRights {
  /** May change, submit and return. */
  write: boolean;
  /** May publish what somebody else submitted. */
  approve: boolean;
  /** Submitted it themselves. */
  mine: boolean;
}

export const rightsOn = (me: Me, version: LivingVersion, write: 'courses.write' | 'paths.write'): LifeRights => ({
  write: can(me, write),
  approve: can(me, write) && can(me, 'courses.approve'),
  mine: version.submittedById === me.personId,
});

export type LifeAction = 'ask' | 'publish' | 'approve' | 'return' | 'takeBack' | 'retire' | 'newVersion';

/** What somebody may do next with a version; `twoPeople` when it is mandatory. The API has the last word. */
export function actionsOn(version: LivingVersion, rights: LifeRights, twoPeople: boolean): LifeAction[] {
  if (!rights.write) return [];
  if (version.state === 'draft') return twoPeople ? ['ask'] : ['publish', 'ask'];
  if (version.state === 'published') return ['newVersion', 'retire'];
  if (version.state === 'retired') return ['newVersion'];
  const back: LifeAction = rights.mine ? 'takeBack' : 'return';
  if (!twoPeople) return [rights.mine ? 'publish' : 'approve', back];
  return rights.approve && !rights.mine ? ['approve', back] : [back];
}
