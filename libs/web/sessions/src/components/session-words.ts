import type { ListedSession } from '@lms/contracts';
import { londonDate } from '@lms/domain';
import { formatDay, formatTime } from '@lms/web-platform';
import { sessionTexts } from '../texts/sessions.js';

const { t } = sessionTexts;

/** The London day of an instant. */
export const dayOf = (instant: string): string => londonDate(new Date(instant));

/** "Tue 12 Jan 2027, 07:30 to 08:30"; over several days with both of them. */
export function spanWords({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [first, last] = [dayOf(startsAt), dayOf(endsAt)];
  const times = { from: formatTime(startsAt), to: formatTime(endsAt) };
  return first === last
    ? t('span', { day: formatDay(first), ...times })
    : t('spanDays', { firstDay: formatDay(first), lastDay: formatDay(last), ...times });
}

type Places = Pick<ListedSession, 'free' | 'waiting' | 'capacity'>;

/** "3 places left", "Full, 2 waiting". */
export function placesWords({ free, waiting }: Places): string {
  if (free === null) return t('unlimited');
  if (free > 0) return t('free', { count: free });
  return waiting > 0 ? t('fullWaiting', { count: waiting }) : t('full');
}

/** Whether it has begun: nobody can be booked any more. */
export const hasBegun = ({ startsAt }: { startsAt: string }, now: number): boolean => Date.parse(startsAt) <= now;

/** Where it is: the place, or that it is online. */
export const placeWords = ({ place, online }: { place: string; online: boolean }): string =>
  [place, online && t('online')].filter(Boolean).join(', ');

export const trainerWords = (names: readonly string[]): string =>
  names.length > 0 ? t('with', { names: names.join(', ') }) : '';

/** Whether somebody new would wait. */
export const isFull = ({ free }: Places): boolean => free === 0;
