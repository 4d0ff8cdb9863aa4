import { z } from 'zod';
import { WebAddress } from '../catalogue/activity-settings.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/** How people come together: in a room, before their screens, or at the start of a shift. */
export const SessionForm = z.enum(['classroom', 'webinar', 'toolbox-talk']);
export type SessionForm = z.infer<typeof SessionForm>;

/** `held` once its register is closed; `cancelled` for good. */
export const SessionState = z.enum(['planned', 'held', 'cancelled']);
export type SessionState = z.infer<typeof SessionState>;

/** `waiting` stands on the waiting list; a cancelled booking is kept and never comes back: who books again has a new one. */
export const BookingState = z.enum(['booked', 'waiting', 'cancelled']);
export type BookingState = z.infer<typeof BookingState>;

/** What whoever plans a session says about it, when it is made and when it is changed. */
const plan = {
  form: SessionForm,
  startsAt: Instant,
  /** After it starts, and at most 14 days after it. */
  endsAt: Instant,
  /** Where to go; may be empty with a joining link. */
  place: z.string().trim().max(200).default(''),
  /** To join a webinar; only who is booked, trains or looks after everybody reads it. */
  joinUrl: WebAddress.nullable().default(null),
  /** For those who come: what to bring, where to park. */
  note: z.string().trim().max(1000).default(''),
  /** They hold the role of a trainer or belong to the People Team; a trainer who plans it is one of them. */
  trainerIds: z.array(Id).min(1).max(10),
  /** How many can come; null: as many as like. Never below the number that is booked. */
  capacity: z.number().int().min(1).max(500).nullable().default(null),
  /** Whose people can be booked, with the tiers below each; empty: the whole Alliance. */
  organisationIds: z.array(Id).max(50).default([]),
};

/** A place or a joining link is needed, one of the two at least: the API says so. */
export const PlanSessionRequest = z.strictObject({
  /** Made by the client: sending twice is once. */
  id: Id,
  /** What is done there: something that is recorded in person, of a published version (`GET sessions/courses`). */
  activityId: Id,
  ...plan,
});
export type PlanSessionRequest = z.infer<typeof PlanSessionRequest>;

/** Everything but the course, with If-Match. Those who are booked are told when its time, place or link is another one. */
export const ChangeSessionRequest = z.strictObject(plan);
export type ChangeSessionRequest = z.infer<typeof ChangeSessionRequest>;

/** What those who are booked or waiting are told. */
export const CancelSessionRequest = z.strictObject({ reason: shortText(500) });
export type CancelSessionRequest = z.infer<typeof CancelSessionRequest>;

const trainer = z.object({ personId: Id, name: z.string() });

/** A session as it stands in a list. */
export const ListedSession = z.object({
  id: Id,
  /** Counts its changes, for If-Match. */
  version: z.number().int(),
  courseId: Id,
  courseCode: z.string(),
  courseTitle: z.string(),
  activityId: Id,
  activityTitle: z.string(),
  form: SessionForm,
  state: SessionState,
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  /** Whether it has a joining link; the link itself stands in `TrainingSession` and `MyBooking`. */
  online: z.boolean(),
  trainers: z.array(trainer),
  capacity: z.number().int().nullable(),
  booked: z.number().int(),
  waiting: z.number().int(),
  /** Places left; null without a capacity. While somebody waits there is none. */
  free: z.number().int().nullable(),
  /** The reader's own booking. */
  mine: z
    .object({
      bookingId: Id,
      state: z.enum(['booked', 'waiting']),
      /** On the waiting list: 1 is next; null when booked. */
      turn: z.number().int().nullable(),
    })
    .nullable(),
});
export type ListedSession = z.infer<typeof ListedSession>;
/** The earliest first. */
export const SessionPage = pageOf(ListedSession).meta({ id: 'SessionPage' });
export type SessionPage = z.infer<typeof SessionPage>;

/**
 * Which sessions: a learner finds those that people of one of their employers can be booked for; whoever looks after others,
 * those for the employers of these too; trainers their own besides; People Team and auditors all.
 */
export const SessionQuery = PageQuery.extend({
  courseId: Id.optional(),
  /** Days in London on which a session starts, both inclusive. Without `from`: from today. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  form: SessionForm.optional(),
  /** Without it: planned and held. */
  state: SessionState.optional(),
  trainerId: Id.optional(),
  /** In the place, or in the code or title of the course. */
  q: z.string().trim().max(100).optional(),
  /** `free`: planned, not begun, and with a place left. `teaching`: those that the reader trains. */
  show: z.enum(['free', 'teaching']).optional(),
});
export type SessionQuery = z.infer<typeof SessionQuery>;

/** One session, whole. */
export const TrainingSession = ListedSession.extend({
  joinUrl: z.string().nullable(),
  note: z.string(),
  /** What else the course has: then the register completes this activity, and the course with the rest. */
  otherActivities: z.number().int(),
  /** Whose people can be booked; empty: the whole Alliance. Null for who may not change the session. */
  organisations: z.array(z.object({ id: Id, name: z.string() })).nullable(),
  /** Of a cancelled one. */
  cancelReason: z.string().nullable(),
  /** Of one that was held. */
  closedAt: Instant.nullable(),
  closedByName: z.string().nullable(),
  present: z.number().int().nullable(),
  /** Between these the register is kept and a code lets people sign in. */
  checkIn: z.object({ opensAt: Instant, closesAt: Instant }),
  may: z.object({
    /** Change and cancel it. */
    change: z.boolean(),
    /** Keep its register. */
    register: z.boolean(),
    /** Book oneself: planned, not begun, for one of one's employers, no booking yet. */
    bookMyself: z.boolean(),
    /** Book others whom one sees; what it says of each is in the answer. */
    bookOthers: z.boolean(),
  }),
}).meta({ id: 'TrainingSession' });
export type TrainingSession = z.infer<typeof TrainingSession>;

/** What sessions can be planned for: courses with something that is recorded in person, as they are published. */
export const SessionCourses = z
  .object({
    items: z.array(
      z.object({
        courseId: Id,
        code: z.string(),
        title: z.string(),
        activities: z.array(z.object({ activityId: Id, title: z.string(), minutes: z.number().int().nullable() })),
      }),
    ),
  })
  .meta({ id: 'SessionCourses' });
export type SessionCourses = z.infer<typeof SessionCourses>;

/** Who can train, by name: at most 50. */
export const SessionTrainers = z.object({ items: z.array(trainer) }).meta({ id: 'SessionTrainers' });
export type SessionTrainers = z.infer<typeof SessionTrainers>;
export const SessionSearchQuery = z.strictObject({ q: z.string().trim().max(100).default('') });
export type SessionSearchQuery = z.infer<typeof SessionSearchQuery>;
