import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, Answers, Context, type Ctx, EndsLooking } from '@lms/api-platform';
import {
  IdParams,
  ImpersonateRequest,
  ResetSecondFactorRequest,
  SupportPersonPage,
  SupportPersonQuery,
} from '@lms/contracts';
import type { z } from 'zod';
import { EndImpersonation } from './impersonation/end-impersonation.js';
import { StartImpersonation } from './impersonation/start-impersonation.js';
import { FindPeople } from './support/find-people.js';
import { ResetSecondFactor } from './support/reset-second-factor.js';

@Controller('support')
export class SupportController {
  constructor(
    private readonly find: FindPeople,
    private readonly reset: ResetSecondFactor,
    private readonly start: StartImpersonation,
    private readonly end: EndImpersonation,
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

  @Post('people/:id/impersonation')
  @Access('support.write')
  @Answers('nothing')
  look(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: ImpersonateRequest }) { reason }: z.infer<typeof ImpersonateRequest>,
  ): Promise<void> {
    return this.start.run(ctx, id, reason);
  }

  @Post('impersonation/end')
  @EndsLooking()
  @Access('self')
  @Answers('nothing')
  endLooking(@Context() ctx: Ctx): Promise<void> {
    return this.end.run(ctx);
  }
}
