import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery } from '../shared/common.js';

/**
 * What a notice tells: `overdue`, `soon` due, `expiring` and `tasks` are the reader's own; `tell` is to be passed on to
 * somebody without an e-mail address; `escalated` is a week overdue among the reader's people; `unspoken` and `unspoken-late` the same of people whom nobody else speaks for,
 * for the People Team, with how many people; `decide` waits for a
 * decision; `completed` was recorded for the reader by somebody else; `import` is a file
 * of the reader's that was brought in; `data-ready`: the file of somebody's whole data is there;
 * `decided`: what the reader asked for themselves was approved or refused;
 * `booked`: somebody booked the reader for a session, with `count` as the turn on its waiting list; `moved-up`: they have a
 * place now; `session-changed`, `booking-cancelled`, `session-tomorrow`; all with `what`: when and where, or why;
 * `list-ready`: a list that was asked for as a file; `list-sent`: one that a schedule made, with `count` rows.
 */
export const NoticeKind = z.enum([
  'overdue',
  'soon',
  'expiring',
  'tasks',
  'tell',
  'escalated',
  'unspoken',
  'unspoken-late',
  'decide',
  'completed',
  'import',
  'data-ready',
  'list-ready',
  'list-sent',
  'decided',
  'booked',
  'moved-up',
  'session-changed',
  'booking-cancelled',
  'session-tomorrow',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const NoticeItem = z.object({
  id: Id,
  at: Instant,
  kind: NoticeKind,
  /** Of a course or task; null when several are told of together. */
  title: z.string().nullable(),
  date: CalendarDate.nullable(),
  /** Whose it is, when it is not the reader's. */
  personName: z.string().nullable(),
  /** How many are told of together. */
  count: z.number().int().nullable(),
  /** The kind of a decision: `evidence`, `sign-off`, `review`, `exemption`, `extension`, `enrolment`, `request`, `task`,
   *  `erasure`; the standing of a course; of what was decided its kind and how; of a session when and where, or why. */
  what: z.string().nullable(),
  /** Where it leads, within the app. */
  link: z.string(),
  read: z.boolean(),
});
export type NoticeItem = z.infer<typeof NoticeItem>;

/** Newest first. */
export const NoticePage = pageOf(NoticeItem).meta({ id: 'NoticePage' });
export type NoticePage = z.infer<typeof NoticePage>;
export const NoticeQuery = PageQuery.extend({ show: z.enum(['all', 'unread']).default('all') });
export type NoticeQuery = z.infer<typeof NoticeQuery>;

export const UnreadNotices = z.object({ count: z.number().int() }).meta({ id: 'UnreadNotices' });
export type UnreadNotices = z.infer<typeof UnreadNotices>;

/** Every notice up to this one; what came after it was loaded stays unread. */
export const ReadNoticesRequest = z.strictObject({ upTo: Id });
export type ReadNoticesRequest = z.infer<typeof ReadNoticesRequest>;
