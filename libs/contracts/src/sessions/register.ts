import { z } from 'zod';
import { Id, Instant } from '../shared/common.js';
import { Attendance, SessionBooking } from './bookings.js';
import { SessionState } from './sessions.js';

/** Who is expected and who is there; of a session that is planned or was held. Waiting and cancelled ones do not stand in it. */
export const SessionRegister = z
  .object({
    sessionId: Id,
    state: SessionState,
    checkIn: z.object({ opensAt: Instant, closesAt: Instant }),
    closedAt: Instant.nullable(),
    closedByName: z.string().nullable(),
    /** By name. Whoever signed is present until the trainer says otherwise. */
    entries: z.array(SessionBooking),
    present: z.number().int(),
    absent: z.number().int(),
    /** Neither said nor signed; absent once it is closed. */
    open: z.number().int(),
    /** Said to be present without having signed: while there is one it cannot be closed. */
    unsigned: z.number().int(),
  })
  .meta({ id: 'SessionRegister' });
export type SessionRegister = z.infer<typeof SessionRegister>;

/** What the trainer's screen shows now. It is another one every `everySeconds`; one that has just gone counts a while longer. */
export const CheckInCode = z
  .object({
    /** Six digits. */
    code: z.string(),
    changesAt: Instant,
    everySeconds: z.number().int(),
    closesAt: Instant,
  })
  .meta({ id: 'CheckInCode' });
export type CheckInCode = z.infer<typeof CheckInCode>;

export const RegisterEntryParams = z.strictObject({ id: Id, bookingId: Id });
/** Null takes back what was said. */
export const MarkAttendanceRequest = z.strictObject({ attendance: Attendance.nullable() });
export type MarkAttendanceRequest = z.infer<typeof MarkAttendanceRequest>;

/** Somebody who waits for a place, or came without a booking and is seen by the trainer; past a full session too: they are there. */
export const WalkInRequest = z.strictObject({ personId: Id });
export type WalkInRequest = z.infer<typeof WalkInRequest>;
export const AddedWalkIn = z.object({ bookingId: Id }).meta({ id: 'AddedWalkIn' });
export type AddedWalkIn = z.infer<typeof AddedWalkIn>;

/** Closing again answers the same. Mistakes are corrected on what was recorded, as with every completion. */
export const ClosedRegister = z
  .object({
    closedAt: Instant,
    /** For whom it was recorded now, and for whom it was recorded already for that day. */
    recorded: z.number().int(),
    already: z.number().int(),
    absent: z.number().int(),
  })
  .meta({ id: 'ClosedRegister' });
export type ClosedRegister = z.infer<typeof ClosedRegister>;
