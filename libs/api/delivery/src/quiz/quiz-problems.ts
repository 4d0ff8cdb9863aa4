import { Conflict } from '@lms/api-platform';

export const changedMeanwhile = (): Conflict =>
  new Conflict(
    'changed-meanwhile',
    'Your answers were changed in another window. Nothing of them was overwritten; look at the newer ones.',
  );

export const outOfTime = (): Conflict =>
  new Conflict('out-of-time', 'The time is over. What was saved by then has been handed in.');

export const handedInAlready = (): Conflict => new Conflict('handed-in', 'This was handed in already.');

export const passedAlready = (): Conflict => new Conflict('passed-already', 'You have passed this quiz.');

export const noTriesLeft = (): Conflict =>
  new Conflict('no-tries-left', 'You have used all your tries. The People Team can give you more.');

export const tryAgainFrom = (from: Date): Conflict =>
  new Conflict('cool-down', `You can try again from ${londonMoment(from)}.`);

/** `Fri 27 Nov 2026 at 14:05`, the minute in which it has come. */
export function londonMoment(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(Math.ceil(at.getTime() / 60_000) * 60_000);
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('weekday')} ${of('day')} ${of('month')} ${of('year')} at ${of('hour')}:${of('minute')}`;
}
