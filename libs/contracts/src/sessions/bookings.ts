import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';
import { BookingState, SessionForm, SessionState } from './sessions.js';

/** What stands in the way and can be passed over by whoever books: it counts still; they are on leave that day. */
export const BookingDoubt = z.enum(['valid', 'leave']);
export type BookingDoubt = z.infer<typeof BookingDoubt>;

/** Oneself or people whom one sees and may ask to learn. One who is not seen: 404 for all. */
const chosen = {
  personIds: z.array(Id).min(1).max(200),
  /** Booked all the same. */
  despite: z.array(BookingDoubt).max(2).default([]),
};
export const PreviewBookings = z.strictObject(chosen);
export type PreviewBookings = z.infer<typeof PreviewBookings>;
/** In the order of `personIds` as long as places last; the others wait. */
export const BookPeopleRequest = z.strictObject({
  /** Made by the client: the same key books once, and is answered again with what stands. */
  key: Id,
  ...chosen,
});
export type BookPeopleRequest = z.infer<typeof BookPeopleRequest>;

/**
 * What becomes of one person. Booked or put on the waiting list: `booked`, `waiting`. Left as they are: `already` (booked or
 * waiting there), `clash` (another booking at that time), `valid` (the course counts beyond its renewal window; only where
 * the reader may know), `leave` (on leave that day), `not-engaged` (no employment on that day), `not-open` (employed, but
 * not by one of the organisations it is for), `trains` (a trainer of it). `cancelled`: this key had booked them, and the
 * booking was cancelled since.
 */
export const BookingOutcome = z.enum([
  'booked',
  'waiting',
  'already',
  'clash',
  'valid',
  'leave',
  'not-engaged',
  'not-open',
  'trains',
  'cancelled',
]);
export type BookingOutcome = z.infer<typeof BookingOutcome>;

export const PersonBooked = z.object({
  personId: Id,
  name: z.string(),
  outcome: BookingOutcome,
  /** Of `booked`, `waiting` and `already`; null in a preview of what is not yet. */
  bookingId: Id.nullable(),
  /** Of `waiting`, and of `already` on the waiting list: 1 is next. */
  turn: z.number().int().nullable(),
  /** Of `valid`: the last day; null for life. */
  validUntil: CalendarDate.nullable(),
  /** Of `clash`: when the other session is. */
  clash: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
});
export type PersonBooked = z.infer<typeof PersonBooked>;
/** A preview changes nothing and answers the same. Each person once, in the order asked. */
export const PeopleBooked = z
  .object({ items: z.array(PersonBooked), booked: z.number().int(), waiting: z.number().int() })
  .meta({ id: 'PeopleBooked' });
export type PeopleBooked = z.infer<typeof PeopleBooked>;

/** A reason is needed for somebody else's, and told them; of one's own it may be empty. */
export const CancelBookingRequest = z.strictObject({ reason: z.string().trim().max(500).default('') });
export type CancelBookingRequest = z.infer<typeof CancelBookingRequest>;

/** Present or absent, as the trainer says. */
export const Attendance = z.enum(['present', 'absent']);
export type Attendance = z.infer<typeof Attendance>;
/** By the code of the trainer's screen on one's own phone, or by name and drawing on the trainer's device. */
export const SignedBy = z.enum(['code', 'signature']);
export type SignedBy = z.infer<typeof SignedBy>;

/** Somebody who is booked, waits, was cancelled, or came without a booking. */
export const SessionBooking = z.object({
  bookingId: Id,
  personId: Id,
  name: z.string(),
  /** Of the employer under whom they are booked. */
  organisationName: z.string(),
  jobRole: z.string(),
  state: BookingState,
  turn: z.number().int().nullable(),
  bookedAt: Instant,
  /** Null: themself. */
  bookedByName: z.string().nullable(),
  /** Came without a booking. */
  walkIn: z.boolean(),
  cancelled: z
    .object({
      at: Instant,
      /** Null: themself, or nobody. */
      byName: z.string().nullable(),
      reason: z.string(),
    })
    .nullable(),
  attendance: Attendance.nullable(),
  signed: z.object({ by: SignedBy, at: Instant }).nullable(),
  /** The reader can cancel it. */
  mayCancel: z.boolean(),
});
export type SessionBooking = z.infer<typeof SessionBooking>;
/** Booked by name, then the waiting list in order, then the cancelled ones. A trainer of it reads all; else who is seen. */
export const SessionBookingPage = pageOf(SessionBooking).meta({ id: 'SessionBookingPage' });
export type SessionBookingPage = z.infer<typeof SessionBookingPage>;
export const SessionBookingQuery = PageQuery.extend({ state: BookingState.optional() });
export type SessionBookingQuery = z.infer<typeof SessionBookingQuery>;

/** One's own booking. */
export const MyBooking = z.object({
  bookingId: Id,
  sessionId: Id,
  courseId: Id,
  courseTitle: z.string(),
  activityTitle: z.string(),
  form: SessionForm,
  sessionState: SessionState,
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  /** Only while booked. */
  joinUrl: z.string().nullable(),
  note: z.string(),
  trainers: z.array(z.string()),
  state: BookingState,
  turn: z.number().int().nullable(),
  /** Null: oneself. */
  bookedByName: z.string().nullable(),
  /** Why it or its session was cancelled. */
  cancelReason: z.string().nullable(),
  attendance: Attendance.nullable(),
  signed: z.object({ by: SignedBy, at: Instant }).nullable(),
  checkIn: z.object({ opensAt: Instant, closesAt: Instant }),
  mayCancel: z.boolean(),
});
export type MyBooking = z.infer<typeof MyBooking>;
/** `coming`: not over and not cancelled, the next first. `past`: everything else, the last first. */
export const MyBookingQuery = PageQuery.extend({ show: z.enum(['coming', 'past']).default('coming') });
export type MyBookingQuery = z.infer<typeof MyBookingQuery>;
export const MyBookingPage = pageOf(MyBooking).meta({ id: 'MyBookingPage' });
export type MyBookingPage = z.infer<typeof MyBookingPage>;

const PEOPLE = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/i;
/** What is coming for these people: ids with commas between, at most 100; `courseId` narrows it to one course. */
export const ComingBookingsQuery = z.strictObject({
  personIds: z.string().regex(PEOPLE, 'Ids of people with commas between them'),
  courseId: Id.optional(),
});
export type ComingBookingsQuery = z.infer<typeof ComingBookingsQuery>;
/** Sessions that are not over, booked or waiting. Who is not seen is left out; the earliest first. */
export const ComingBookings = z
  .object({
    items: z.array(
      z.object({
        bookingId: Id,
        personId: Id,
        sessionId: Id,
        courseId: Id,
        form: SessionForm,
        startsAt: Instant,
        endsAt: Instant,
        place: z.string(),
        state: z.enum(['booked', 'waiting']),
        turn: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'ComingBookings' });
export type ComingBookings = z.infer<typeof ComingBookings>;

/** Signs oneself in with the six digits of the trainer's screen. Who has no booking comes in as a walk-in where they may. */
export const CheckInRequest = z.strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits') });
export type CheckInRequest = z.infer<typeof CheckInRequest>;
export const CheckedIn = z.object({ bookingId: Id, at: Instant, walkIn: z.boolean() }).meta({ id: 'CheckedIn' });
export type CheckedIn = z.infer<typeof CheckedIn>;

/** Signs on the trainer's device. `drawing`: an SVG path (`M12 8L14 9…`) in a box of 600 by 200; null: the typed name alone. */
export const SignPresenceRequest = z.strictObject({
  name: shortText(160),
  drawing: z
    .string()
    .max(20_000)
    .regex(/^[MLCQ0-9 .,-]+$/, 'An SVG path of M, L, C and Q')
    .nullable()
    .default(null),
});
export type SignPresenceRequest = z.infer<typeof SignPresenceRequest>;
