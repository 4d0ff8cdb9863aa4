import { DeliveryModule } from '@lms/api-delivery';
import { Module } from '@nestjs/common';
import { BookPeople } from './booking/book-people.js';
import { BookingsController } from './booking/bookings.controller.js';
import { CancelBooking } from './booking/cancel-booking.js';
import { GetComingBookings } from './booking/coming-bookings.js';
import { FollowEngagements } from './booking/follow-engagements.js';
import { ListBookings } from './booking/list-bookings.js';
import { MyBookings } from './booking/my-bookings.js';
import { BookingCalendar } from './calendar/booking-calendar.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { SessionLists } from './lists/session-lists.js';
import { CancelSession } from './planning/cancel-session.js';
import { ChangeSession } from './planning/change-session.js';
import { GetSession } from './planning/get-session.js';
import { ListSessions } from './planning/list-sessions.js';
import { PlanSession } from './planning/plan-session.js';
import { SessionChoices } from './planning/session-choices.js';
import { SessionsController } from './planning/sessions.controller.js';
import { CheckIn } from './register/check-in.js';
import { CheckInCodes } from './register/check-in-codes.js';
import { CloseRegister } from './register/close-register.js';
import { GetCheckInCode } from './register/get-check-in-code.js';
import { GetRegister } from './register/get-register.js';
import { KeepRegister } from './register/keep-register.js';
import { RegisterController } from './register/register.controller.js';

@Module({
  imports: [DeliveryModule],
  controllers: [SessionsController, BookingsController, RegisterController, CalendarController],
  providers: [
    BookPeople,
    BookingCalendar,
    CancelBooking,
    CancelSession,
    ChangeSession,
    CheckIn,
    CheckInCodes,
    CloseRegister,
    FollowEngagements,
    GetCheckInCode,
    GetRegister,
    KeepRegister,
    GetComingBookings,
    GetSession,
    ListBookings,
    ListSessions,
    MyBookings,
    PlanSession,
    SessionChoices,
    SessionLists,
  ],
})
export class SessionsModule {}
