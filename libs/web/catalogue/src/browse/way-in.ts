import type { CatalogueCourse } from '@lms/contracts';

/** How the player is entered: for the first time, in the middle, again to look at it, to renew it; null when it is not. */
export function wayIn(
  { mine, activities, standing, opensOn }: CatalogueCourse,
  today: string,
): 'begin' | 'carryOn' | 'again' | 'renew' | null {
  if (!mine || (opensOn !== null && opensOn > today)) return null;
  // Somebody records what happens in person; there is nothing to open.
  if (activities.every((activity) => activity.kind === 'in-person')) return null;
  switch (standing) {
    case 'expiring':
    case 'expired':
      return 'renew';
    case 'in progress':
      return 'carryOn';
    case 'not started':
    case 'overdue':
      return 'begin';
    default:
      return 'again';
  }
}
