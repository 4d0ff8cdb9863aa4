import { z } from 'zod';
import { Id } from '../shared/common.js';

/** A day that some year has, `MM-DD`. */
export const MonthDay = z
  .string()
  .regex(
    /^(0[13578]-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))$|^1[02]-(0[1-9]|[12]\d|3[01])$/,
  );

/** How a version is renewed once it was completed: the domain's recurrence and lapse, as an author sets them. */
export const Renewal = z
  .strictObject({
    /** So many days before the last valid one a renewal can begin. */
    windowDays: z.number().int().min(0).max(365),
    /** From when a renewal counts on. Fixed dates take the place of the months. */
    anchor: z.enum(['previous-expiry', 'completion', 'fixed-dates']),
    /** Of fixed dates: the days of the year on which validity ends, `MM-DD`. */
    dates: z.array(MonthDay).max(12),
    /** Of fixed dates: it counts at least so many days. */
    minActiveDays: z.number().int().min(0).max(3650),
    /** What a lapse demands: the full course, still the refresher for some days, or the refresher and the remainder. */
    lapse: z.enum(['full', 'refresher', 'remainder']),
    refresherDays: z.number().int().min(0).max(3650),
    /** Another course that renews this one. */
    refresherCourseId: Id.nullable(),
    remainderCourseId: Id.nullable(),
  })
  .refine(({ anchor, dates }) => anchor !== 'fixed-dates' || dates.length > 0, {
    path: ['dates'],
    message: 'Choose a day of the year',
  })
  .refine(({ lapse, remainderCourseId }) => lapse !== 'remainder' || remainderCourseId !== null, {
    path: ['remainderCourseId'],
    message: 'Choose what the refresher leaves out',
  });
export type Renewal = z.infer<typeof Renewal>;
