import type { ListedSession, MyBooking, PersonBooked, SessionBooking, TrainingSession } from '@lms/contracts';

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const listed = (n: number, more: Partial<ListedSession> = {}): ListedSession => ({
  ...{ id: id(n), version: 1, courseId: id(900), courseCode: 'SITE-202', courseTitle: 'Site induction' },
  ...{ activityId: id(901), activityTitle: 'Induction', form: 'classroom', state: 'planned' },
  ...{ startsAt: '2090-01-12T07:30:00.000Z', endsAt: '2090-01-12T08:30:00.000Z', place: 'Cabin 3', online: false },
  ...{ trainers: [{ personId: id(800), name: 'Gareth Pugh' }], capacity: 12, booked: 7, waiting: 0, free: 5 },
  mine: null,
  ...more,
});

export const session = (more: Partial<TrainingSession> = {}): TrainingSession => ({
  ...listed(1),
  ...{ joinUrl: null, note: 'Bring boots.', otherActivities: 0, organisations: null, cancelReason: null },
  ...{ closedAt: null, closedByName: null, present: null },
  checkIn: { opensAt: '2090-01-12T07:00:00.000Z', closesAt: '2090-01-12T09:00:00.000Z' },
  may: { change: false, register: false, bookMyself: true, bookOthers: false },
  ...more,
});

/** A session that is on now, whenever that is. */
export function now(more: Partial<TrainingSession> = {}): TrainingSession {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return session({
    ...{ startsAt: at(-10), endsAt: at(50), checkIn: { opensAt: at(-40), closesAt: at(80) } },
    may: { change: true, register: true, bookMyself: false, bookOthers: false },
    ...more,
  });
}

export const booked = (n: number, name: string, more: Partial<PersonBooked> = {}): PersonBooked => ({
  ...{ personId: id(n), name, outcome: 'booked', bookingId: id(n + 1000), turn: null, validUntil: null, clash: null },
  ...more,
});

export const entry = (n: number, name: string, more: Partial<SessionBooking> = {}): SessionBooking => ({
  ...{ bookingId: id(n), personId: id(n + 100), name, organisationName: 'Dunmarsh', jobRole: 'Ganger' },
  ...{ state: 'booked', turn: null, bookedAt: '2026-12-01T09:00:00.000Z', bookedByName: null, walkIn: false },
  ...{ cancelled: null, attendance: null, signed: null, mayCancel: true },
  ...more,
});

export const mine = (more: Partial<MyBooking> = {}): MyBooking => ({
  ...{ bookingId: id(50), sessionId: id(1), courseId: id(900), courseTitle: 'Site induction' },
  ...{ activityTitle: 'Induction', form: 'classroom', sessionState: 'planned', place: 'Cabin 3', joinUrl: null },
  ...{ startsAt: '2090-01-12T07:30:00.000Z', endsAt: '2090-01-12T08:30:00.000Z', note: '', state: 'booked' },
  ...{ trainers: ['Gareth Pugh'], turn: null, bookedByName: null, cancelReason: null, attendance: null },
  ...{ signed: null, mayCancel: true },
  checkIn: { opensAt: '2090-01-12T07:00:00.000Z', closesAt: '2090-01-12T09:00:00.000Z' },
  ...more,
});
