import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, ResetSecondFactorRequest, SupportPersonPage, SupportPersonQuery } from '@lms/contracts';
import type { z } from 'zod';
import { FindPeople } from './support/find-people.js';
import { ResetSecondFactor } from './support/reset-second-factor.js';

@Controller('support')
export class SupportController {
  constructor(
    private readonly find: FindPeople,
    private readonly reset: ResetSecondFactor,
  ) {}

  @Get('people')
  @Access('support.write')
  @Answers(SupportPersonPage)
  people(
    @Context() ctx: Ctx,
    @Query({ schema: SupportPersonQuery }) query: SupportPersonQuery,
  ): Promise<SupportPersonPage> {
    return this.find.run(ctx, query);
  }

  @Post('people/:id/second-factor/reset')
  @Access('support.write')
  @Answers('nothing')
  resetSecondFactor(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: ResetSecondFactorRequest }) { reason }: z.infer<typeof ResetSecondFactorRequest>,
  ): Promise<void> {
    return this.reset.run(ctx, id, reason);
  }
}
