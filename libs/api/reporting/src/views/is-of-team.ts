import type { Actor } from '@lms/api-platform';

/** The People Team, by what only they may do. */
export const isOfTeam = ({ permissions }: Pick<Actor, 'permissions'>): boolean => permissions.has('assignments.decide');
