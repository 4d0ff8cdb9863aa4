import type { DueItem } from '@lms/contracts';
import { daysBetween } from '@lms/domain';
import { paths } from '@lms/web-platform';

/** Which date matters for a thing that is due or running out, and how it is said. */
export interface DueFacts {
  date: string | null;
  key: 'next.due' | 'next.wasDue' | 'next.expires' | 'next.expired' | 'next.anyTime';
  tone: 'due' | 'expiring' | 'late';
}

export function dueFacts(item: DueItem): DueFacts {
  if (item.standing === 'expiring' && item.validUntil && !item.revision)
    return { date: item.validUntil, key: 'next.expires', tone: 'expiring' };
  if (item.standing === 'expired' && item.validUntil)
    return { date: item.validUntil, key: 'next.expired', tone: 'late' };
  if (item.dueOn === null) return { date: null, key: 'next.anyTime', tone: 'due' };
  return item.standing === 'overdue'
    ? { date: item.dueOn, key: 'next.wasDue', tone: 'late' }
    : { date: item.dueOn, key: 'next.due', tone: 'due' };
}

/** Days until the date that matters; more than any board shows without one. */
export const daysLeft = (facts: DueFacts, today: string): number =>
  facts.date === null ? Infinity : daysBetween(today, facts.date);

/** The course that is opened for it: its refresher while that alone renews it. */
export const courseToOpen = ({ courseId, renewal }: DueItem): string =>
  renewal?.needs === 'refresher' ? renewal.refresher.courseId : courseId;

/** How long the course takes; null where it is renewed by another one, and where nobody can say. */
export const minutesToTake = ({ minutes, renewal }: Pick<DueItem, 'minutes' | 'renewal'>): number | null =>
  renewal && renewal.needs !== 'full' ? null : minutes || null;

/** The verb that begins it. */
export function verbKey(item: DueItem): 'next.carryOn' | 'next.start' | 'next.renew' | 'next.read' {
  if (item.revision && item.standing !== 'expired') return 'next.read';
  if (item.standing === 'in progress' || item.percent) return 'next.carryOn';
  return item.standing === 'expiring' || item.standing === 'expired' ? 'next.renew' : 'next.start';
}

/** Where one goes for what happens in person: the session one comes to, else those that there are. */
export const sessionPath = ({ booked, courseId }: Pick<DueItem, 'booked' | 'courseId'>): string =>
  booked ? paths.session(booked.sessionId) : `${paths.sessions}?course=${courseId}`;
