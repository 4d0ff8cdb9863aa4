import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  AddSchedule as AddRequest,
  Created,
  IdParams,
  PageQuery,
  SaveSchedule as SaveRequest,
  Schedule,
  SchedulePage,
  ScheduleQuery,
  ScheduleRunPage,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AddSchedule } from './add-schedule.js';
import { ReadRuns } from './read-runs.js';
import { ReadSchedules } from './read-schedules.js';
import { SaveSchedule } from './save-schedule.js';

type ById = z.infer<typeof IdParams>;

/** Which list asks for which permission: the list says. Whose a schedule is, is asked of its row. */
@Controller('schedules')
export class SchedulesController {
  constructor(
    private readonly read: ReadSchedules,
    private readonly runs: ReadRuns,
    private readonly add: AddSchedule,
    private readonly save: SaveSchedule,
  ) {}

  @Get()
  @Access('self')
  @Answers(SchedulePage)
  list(@Context() ctx: Ctx, @Query({ schema: ScheduleQuery }) query: ScheduleQuery): Promise<SchedulePage> {
    return this.read.page(ctx, query);
  }

  @Post()
  @Access('self')
  @Answers(Created, 201)
  addSchedule(@Context() ctx: Ctx, @Body({ schema: AddRequest }) body: AddRequest): Promise<Created> {
    return this.add.run(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(Schedule)
  async one(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Schedule> {
    return withETag(reply, await this.read.one(ctx, id));
  }

  @Put(':id')
  @Access('self')
  @Answers('nothing')
  saveSchedule(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveRequest }) body: SaveRequest,
  ): Promise<void> {
    return this.save.run(ctx, id, seen, body);
  }

  @Get(':id/runs')
  @Access('self')
  @Answers(ScheduleRunPage)
  runsOf(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<ScheduleRunPage> {
    return this.runs.page(ctx, id, query);
  }
}
