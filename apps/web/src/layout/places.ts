import type { Me, MyChecks } from '@lms/contracts';
import { paths } from '@lms/web-platform';
import type { Place } from '@lms/web-ui';

/** What decides about somebody's places. */
export type Whom = Pick<Me, 'permissions' | 'roles' | 'hasReports'>;

/** Everybody's places. */
export const OWN = [
  { key: 'today', to: paths.today, icon: 'today', exact: true, near: true },
  { key: 'catalogue', to: paths.catalogue, icon: 'search' },
  { key: 'record', to: paths.record, icon: 'record' },
  { key: 'sessions', to: paths.sessions, icon: 'calendar' },
] as const satisfies readonly (Pick<Place, 'to' | 'icon' | 'exact' | 'near'> & { key: string })[];

/** Whether there can be more: a learner's phone loads neither those places nor their words. */
export const reachesFurther = ({ permissions, roles, hasReports }: Whom, checks?: MyChecks): boolean =>
  hasReports ||
  roles.length > 0 ||
  permissions.some((permission) => permission !== 'self') ||
  Boolean(checks && (checks.assesses || checks.verifies || checks.sends));
