import { dayOf, type PagedColumn, timeOf } from '@lms/api-platform';
import type { ListedSession, MyBooking, SessionBooking, SessionState } from '@lms/contracts';
import { FORM_WORDS } from '../shared/form-words.js';

export const STATE_WORDS: Record<SessionState, string> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
};
export const BOOKING_WORDS: Record<SessionBooking['state'], string> = {
  booked: 'Booked',
  waiting: 'Waiting list',
  cancelled: 'Cancelled',
};
const ATTENDANCE = { present: 'Present', absent: 'Absent' } as const;

/** When and where it is. */
const WHEN: readonly PagedColumn<Pick<ListedSession, 'startsAt' | 'endsAt' | 'form' | 'place'>>[] = [
  { heading: 'Form', type: 'text', cell: ({ form }) => FORM_WORDS[form] },
  { heading: 'Day', type: 'date', cell: ({ startsAt }) => dayOf(startsAt) },
  { heading: 'From', type: 'text', width: 8, cell: ({ startsAt }) => timeOf(startsAt) },
  { heading: 'Last day', type: 'date', cell: ({ endsAt }) => dayOf(endsAt) },
  { heading: 'Until', type: 'text', width: 8, cell: ({ endsAt }) => timeOf(endsAt) },
  { heading: 'Place', type: 'text', width: 34, cell: ({ place }) => place || null },
];

export const SESSIONS: readonly PagedColumn<ListedSession>[] = [
  { heading: 'Course', type: 'text', width: 34, cell: ({ courseTitle }) => courseTitle },
  ...WHEN,
  { heading: 'Trainers', type: 'text', width: 30, cell: ({ trainers }) => trainers.map(({ name }) => name).join(', ') },
  { heading: 'State', type: 'text', cell: ({ state }) => STATE_WORDS[state] },
  { heading: 'Places', type: 'number', cell: ({ capacity }) => capacity },
  { heading: 'Booked', type: 'number', cell: ({ booked }) => booked },
  { heading: 'Waiting', type: 'number', cell: ({ waiting }) => waiting },
];

export const BOOKINGS: readonly PagedColumn<SessionBooking>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 26, cell: ({ organisationName }) => organisationName },
  { heading: 'Job role', type: 'text', width: 26, cell: ({ jobRole }) => jobRole || null },
  { heading: 'State', type: 'text', width: 14, cell: ({ state }) => BOOKING_WORDS[state] },
  { heading: 'Place on the list', type: 'number', cell: ({ turn }) => turn },
  { heading: 'Booked by', type: 'text', width: 26, cell: ({ bookedByName }) => bookedByName },
  { heading: 'Booked on', type: 'date', cell: ({ bookedAt }) => dayOf(bookedAt) },
  { heading: 'Walk-in', type: 'text', cell: ({ walkIn }) => (walkIn ? 'Walk-in' : null) },
  { heading: 'Attendance', type: 'text', cell: ({ attendance }) => attendance && ATTENDANCE[attendance] },
  { heading: 'Signed at', type: 'text', width: 10, cell: ({ signed }) => signed && timeOf(signed.at) },
  { heading: 'Why cancelled', type: 'text', width: 34, cell: ({ cancelled }) => cancelled?.reason || null },
];

export const MINE: readonly PagedColumn<MyBooking>[] = [
  { heading: 'Course', type: 'text', width: 34, cell: ({ courseTitle }) => courseTitle },
  ...WHEN,
  { heading: 'Trainers', type: 'text', width: 30, cell: ({ trainers }) => trainers.join(', ') },
  {
    ...{ heading: 'State', type: 'text', width: 16 },
    cell: ({ state, sessionState }) => (sessionState === 'cancelled' ? STATE_WORDS.cancelled : BOOKING_WORDS[state]),
  },
  { heading: 'Place on the list', type: 'number', cell: ({ turn }) => turn },
  { heading: 'Booked by', type: 'text', width: 26, cell: ({ bookedByName }) => bookedByName },
  { heading: 'Attendance', type: 'text', cell: ({ attendance }) => attendance && ATTENDANCE[attendance] },
  { heading: 'Why cancelled', type: 'text', width: 34, cell: ({ cancelReason }) => cancelReason },
];
