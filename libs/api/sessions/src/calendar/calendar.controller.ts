import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams } from '@lms/contracts';
import { Controller, Get, Header, Param } from '@nestjs/common';
import type { z } from 'zod';
import { BookingCalendar } from './booking-calendar.js';

@Controller('my/bookings/:id/calendar')
export class CalendarController {
  constructor(private readonly calendar: BookingCalendar) {}

  @Get()
  @Access('self')
  @Answers('file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="session.ics"')
  file(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<string> {
    return this.calendar.run(ctx, id);
  }
}
