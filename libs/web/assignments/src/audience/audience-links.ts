import { paths } from '@lms/web-platform';

/** The page of one saved audience; with `change` where it is changed. */
export const audiencePath = (id: string, change = false): string =>
  `${paths.audiences}/${id}${change ? '?change=yes' : ''}`;

/** Where a rule gets its name, and begins with a saved audience. */
export const newRulePath = (audienceId: string): string => `${paths.rules}?new=yes&audience=${audienceId}`;

/** What happened to one thing, in the audit log. */
export const auditPath = (targetId: string): string => `${paths.audit}?targetId=${targetId}`;
