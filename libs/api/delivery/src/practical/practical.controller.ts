import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { AskSignOffRequest, IdParams, NamedAssessors, PracticalStatus } from '@lms/contracts';
import { AskSignOff } from './ask-sign-off.js';
import { GetNamedAssessors } from './named-assessors.js';
import { GetPracticalStatus } from './practical-status.js';
import { WithdrawRequest } from './withdraw-request.js';

type Ids = z.infer<typeof IdParams>;

/** A practical for its learner and its authors. */
@Controller()
export class PracticalController {
  constructor(
    private readonly practicalStatus: GetPracticalStatus,
    private readonly askSignOff: AskSignOff,
    private readonly withdrawRequest: WithdrawRequest,
    private readonly namedAssessors: GetNamedAssessors,
  ) {}

  @Get('my/attempts/:id/practical')
  @Access('self')
  @Answers(PracticalStatus)
  status(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<PracticalStatus> {
    return this.practicalStatus.run(ctx, id);
  }

  @Put('my/attempts/:id/practical/request')
  @Access('self')
  @Answers('nothing')
  ask(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: AskSignOffRequest }) body: AskSignOffRequest,
  ): Promise<void> {
    return this.askSignOff.run(ctx, id, body);
  }

  @Delete('my/attempts/:id/practical/request')
  @Access('self')
  @Answers('nothing')
  withdraw(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<void> {
    return this.withdrawRequest.run(ctx, id);
  }

  @Get('activities/:id/assessors')
  @Access('courses.write')
  @Answers(NamedAssessors)
  named(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<NamedAssessors> {
    return this.namedAssessors.run(ctx, id);
  }
}
