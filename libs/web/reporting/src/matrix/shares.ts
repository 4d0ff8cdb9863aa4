import type { MatrixColumn } from '@lms/contracts';

/** Per cent of those of whom a course is required who are in order, with and without who is exempt. */
export function shareOf({ required, counts }: Pick<MatrixColumn, 'required' | 'counts'>) {
  const exempt = counts.exempt ?? 0;
  const late = (counts.overdue ?? 0) + (counts.expired ?? 0);
  const share = (of: number): number => (of === 0 ? 100 : Math.floor((100 * (of - late)) / of));
  return { required, exempt, share: share(required), without: share(required - exempt) };
}
