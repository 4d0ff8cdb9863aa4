import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, ReceivedSchedules as Received, ReceiveSchedule } from '@lms/contracts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { ReceivedSchedules } from './received-schedules.js';

@Controller('my/schedules')
export class ReceivedSchedulesController {
  constructor(private readonly received: ReceivedSchedules) {}

  @Get()
  @Access('self')
  @Answers(Received)
  mine(@Context() ctx: Ctx): Promise<Received> {
    return this.received.of(ctx);
  }

  @Put(':id')
  @Access('self')
  @Answers('nothing')
  choose(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: ReceiveSchedule }) { receive }: ReceiveSchedule,
  ): Promise<void> {
    return this.received.choose(ctx, id, receive);
  }
}
