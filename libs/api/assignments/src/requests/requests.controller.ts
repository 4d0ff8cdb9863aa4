import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AskRequest as AskBody,
  AssignmentRequest,
  AssignmentRequestPage,
  AssignmentRequestQuery,
  DecisionRequest,
  IdParams,
  PreviewRequest as PreviewBody,
  RequestPreview,
  ToDecidePage,
  WithdrawRequest as WithdrawBody,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { AskRequest } from './ask-request.js';
import { DecideRequest } from './decide-request.js';
import { ListRequests } from './list-requests.js';
import { ListToDecide } from './list-to-decide.js';
import { PreviewRequest } from './preview-request.js';
import { WithdrawRequest } from './withdraw-request.js';

type ById = z.infer<typeof IdParams>;
type Paged = z.infer<typeof AssignmentRequestQuery>;

@Controller()
export class RequestsController {
  constructor(
    private readonly previews: PreviewRequest,
    private readonly asking: AskRequest,
    private readonly deciding: DecideRequest,
    private readonly withdrawing: WithdrawRequest,
    private readonly requests: ListRequests,
    private readonly waiting: ListToDecide,
  ) {}

  @Get('assignment-requests')
  @Access('assignments.write')
  @Answers(AssignmentRequestPage)
  list(@Context() ctx: Ctx, @Query({ schema: AssignmentRequestQuery }) query: Paged): Promise<AssignmentRequestPage> {
    return this.requests.page(ctx, query);
  }

  @Post('assignment-requests/preview')
  @Access('assignments.write')
  @Answers(RequestPreview)
  preview(@Context() ctx: Ctx, @Body({ schema: PreviewBody }) body: PreviewBody): Promise<RequestPreview> {
    return this.previews.run(ctx, body);
  }

  @Post('assignment-requests')
  @Access('assignments.write')
  @Answers(AssignmentRequest, 201)
  ask(@Context() ctx: Ctx, @Body({ schema: AskBody }) body: AskBody): Promise<AssignmentRequest> {
    return this.asking.run(ctx, body);
  }

  @Post('assignment-requests/:id/decision')
  @Access('assignments.decide')
  @Answers(AssignmentRequest)
  decide(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: DecisionRequest }) body: DecisionRequest,
  ): Promise<AssignmentRequest> {
    return this.deciding.run(ctx, id, body);
  }

  @Post('assignment-requests/:id/withdrawal')
  @Access('assignments.write')
  @Answers('nothing')
  withdraw(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: WithdrawBody }) body: WithdrawBody,
  ): Promise<void> {
    return this.withdrawing.run(ctx, id, body);
  }

  @Get('decisions')
  @Access('assignments.write')
  @Answers(ToDecidePage)
  toDecide(@Context() ctx: Ctx, @Query({ schema: AssignmentRequestQuery }) query: Paged): Promise<ToDecidePage> {
    return this.waiting.run(ctx, query);
  }
}
