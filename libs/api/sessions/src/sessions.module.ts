import { Module } from '@nestjs/common';
import { BookPeople } from './booking/book-people.js';
import { BookingsController } from './booking/bookings.controller.js';
import { CancelBooking } from './booking/cancel-booking.js';
import { GetComingBookings } from './booking/coming-bookings.js';
import { ListBookings } from './booking/list-bookings.js';
import { MyBookings } from './booking/my-bookings.js';
import { CancelSession } from './planning/cancel-session.js';
import { ChangeSession } from './planning/change-session.js';
import { GetSession } from './planning/get-session.js';
import { ListSessions } from './planning/list-sessions.js';
import { PlanSession } from './planning/plan-session.js';
import { SessionChoices } from './planning/session-choices.js';
import { SessionsController } from './planning/sessions.controller.js';

@Module({
  controllers: [SessionsController, BookingsController],
  providers: [
    BookPeople,
    CancelBooking,
    CancelSession,
    ChangeSession,
    GetComingBookings,
    GetSession,
    ListBookings,
    ListSessions,
    MyBookings,
    PlanSession,
    SessionChoices,
  ],
})
export class SessionsModule {}
