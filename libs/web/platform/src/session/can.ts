import type { Me } from '@lms/contracts';

/** What a person may do, as the API names it. */
export type Permission =
  | 'self'
  | 'people.read'
  | 'people.write'
  | 'imports.write'
  | 'cards.write'
  | 'grants.read'
  | 'grants.write'
  | 'organisations.write'
  | 'courses.read'
  | 'courses.write'
  | 'courses.approve'
  | 'paths.write'
  | 'rules.read'
  | 'rules.write'
  | 'record.read'
  | 'record.write'
  | 'assignments.write'
  | 'assignments.decide'
  | 'record.correct'
  | 'mail.read'
  | 'mail.write'
  | 'privacy.read'
  | 'privacy.write'
  | 'audit.read'
  | 'packs.make'
  | 'support.write'
  | 'anchors.read'
  | 'outcomes.write'
  | 'settings.write';

/** Whether they may do any of these. It decides what is shown; the API decides what is done. */
export const can = (me: Pick<Me, 'permissions'>, ...any: Permission[]): boolean =>
  any.some((permission) => me.permissions.includes(permission));
