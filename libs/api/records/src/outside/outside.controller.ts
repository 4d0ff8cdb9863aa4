import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  Consequences,
  IdParams,
  OutsideAwardParams,
  OutsideQualifications,
  OutsideQuery,
  OutsideRecorded,
  RecordOutsideRequest,
  TakeBackAwardRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { ListOutside } from './list-outside.js';
import { OutsideAwards } from './outside-awards.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class OutsideController {
  constructor(
    private readonly awards: OutsideAwards,
    private readonly known: ListOutside,
  ) {}

  @Get('outside-qualifications')
  @Access('record.write')
  @Answers(OutsideQualifications)
  list(@Query({ schema: OutsideQuery }) { q }: OutsideQuery): Promise<OutsideQualifications> {
    return this.known.run(q);
  }

  @Post('people/:id/outside-awards/preview')
  @Access('record.write')
  @Answers(Consequences)
  preview(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: RecordOutsideRequest }) body: RecordOutsideRequest,
  ): Promise<Consequences> {
    return this.awards.preview(ctx, id, body);
  }

  @Post('people/:id/outside-awards')
  @Access('record.write')
  @Answers(OutsideRecorded)
  record(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: RecordOutsideRequest }) body: RecordOutsideRequest,
  ): Promise<OutsideRecorded> {
    return this.awards.record(ctx, id, body);
  }

  @Post('people/:id/outside-awards/:awardId/take-back/preview')
  @Access('record.write')
  @Answers(Consequences)
  previewTakeBack(
    @Context() ctx: Ctx,
    @Param({ schema: OutsideAwardParams }) { id, awardId }: OutsideAwardParams,
    @Body({ schema: TakeBackAwardRequest }) body: TakeBackAwardRequest,
  ): Promise<Consequences> {
    return this.awards.previewTakeBack(ctx, id, awardId, body);
  }

  @Post('people/:id/outside-awards/:awardId/take-back')
  @Access('record.write')
  @Answers('nothing')
  takeBack(
    @Context() ctx: Ctx,
    @Param({ schema: OutsideAwardParams }) { id, awardId }: OutsideAwardParams,
    @Body({ schema: TakeBackAwardRequest }) body: TakeBackAwardRequest,
  ): Promise<void> {
    return this.awards.takeBack(ctx, id, awardId, body);
  }
}
