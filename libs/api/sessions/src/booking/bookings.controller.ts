import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  BookPeopleRequest,
  CancelBookingRequest,
  ComingBookings,
  ComingBookingsQuery,
  IdParams,
  MyBookingPage,
  MyBookingQuery,
  PeopleBooked,
  PreviewBookings,
  SessionBookingPage,
  SessionBookingQuery,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { BookPeople } from './book-people.js';
import { CancelBooking } from './cancel-booking.js';
import { GetComingBookings } from './coming-bookings.js';
import { ListBookings } from './list-bookings.js';
import { MyBookings } from './my-bookings.js';

type ById = z.infer<typeof IdParams>;

/** Who may book whom depends on the people, so the use cases ask. */
@Controller()
export class BookingsController {
  constructor(
    private readonly bookPeople: BookPeople,
    private readonly cancelBooking: CancelBooking,
    private readonly listBookings: ListBookings,
    private readonly myBookings: MyBookings,
    private readonly comingBookings: GetComingBookings,
  ) {}

  @Get('sessions/:id/bookings')
  @Access('self')
  @Answers(SessionBookingPage)
  list(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: SessionBookingQuery }) query: SessionBookingQuery,
  ): Promise<SessionBookingPage> {
    return this.listBookings.run(ctx, id, query);
  }

  @Post('sessions/:id/booking-preview')
  @Access('self')
  @Answers(PeopleBooked)
  preview(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: PreviewBookings }) body: PreviewBookings,
  ): Promise<PeopleBooked> {
    return this.bookPeople.preview(ctx, id, body);
  }

  @Post('sessions/:id/bookings')
  @Access('self')
  @Answers(PeopleBooked)
  book(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: BookPeopleRequest }) body: BookPeopleRequest,
  ): Promise<PeopleBooked> {
    return this.bookPeople.run(ctx, id, body);
  }

  @Get('bookings')
  @Access('record.read')
  @Answers(ComingBookings)
  coming(
    @Context() ctx: Ctx,
    @Query({ schema: ComingBookingsQuery }) query: ComingBookingsQuery,
  ): Promise<ComingBookings> {
    return this.comingBookings.run(ctx, query);
  }

  @Post('bookings/:id/cancel')
  @Access('self')
  @Answers('nothing')
  cancel(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: CancelBookingRequest }) body: CancelBookingRequest,
  ): Promise<void> {
    return this.cancelBooking.run(ctx, id, body);
  }

  @Get('my/bookings')
  @Access('self')
  @Answers(MyBookingPage)
  mine(@Context() ctx: Ctx, @Query({ schema: MyBookingQuery }) query: MyBookingQuery): Promise<MyBookingPage> {
    return this.myBookings.run(ctx, query);
  }
}
