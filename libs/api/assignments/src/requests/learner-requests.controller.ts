import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AskForMyself as AskBody,
  Created,
  DecisionRequest,
  IdParams,
  MyRequests as MyRequestsAnswer,
} from '@lms/contracts';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { AskForMyself } from './ask-for-myself.js';
import { DecideLearnerRequest } from './decide-learner-request.js';
import { MyRequests } from './my-requests.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class LearnerRequestsController {
  constructor(
    private readonly mine: MyRequests,
    private readonly asking: AskForMyself,
    private readonly deciding: DecideLearnerRequest,
  ) {}

  @Get('my/requests')
  @Access('self')
  @Answers(MyRequestsAnswer)
  list(@Context() ctx: Ctx): Promise<MyRequestsAnswer> {
    return this.mine.list(ctx);
  }

  @Post('my/requests')
  @Access('self')
  @Answers(Created, 201)
  ask(@Context() ctx: Ctx, @Body({ schema: AskBody }) body: AskBody): Promise<Created> {
    return this.asking.run(ctx, body);
  }

  @Delete('my/requests/:id')
  @Access('self')
  @Answers('nothing')
  withdraw(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.mine.withdraw(ctx, id);
  }

  @Post('learner-requests/:id/decision')
  @Access('assignments.write')
  @Answers('nothing')
  decide(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: DecisionRequest }) body: DecisionRequest,
  ): Promise<void> {
    return this.deciding.run(ctx, id, body);
  }
}
