import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  CancelSessionRequest,
  ChangeSessionRequest,
  Created,
  IdParams,
  PlanSessionRequest,
  SessionCourses,
  SessionPage,
  SessionQuery,
  SessionSearchQuery,
  SessionTrainers,
  TrainingSession,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CancelSession } from './cancel-session.js';
import { ChangeSession } from './change-session.js';
import { GetSession } from './get-session.js';
import { ListSessions } from './list-sessions.js';
import { PlanSession } from './plan-session.js';
import { SessionChoices } from './session-choices.js';

type ById = z.infer<typeof IdParams>;

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly getSession: GetSession,
    private readonly choices: SessionChoices,
    private readonly planSession: PlanSession,
    private readonly changeSession: ChangeSession,
    private readonly cancelSession: CancelSession,
  ) {}

  @Get()
  @Access('self')
  @Answers(SessionPage)
  list(@Context() ctx: Ctx, @Query({ schema: SessionQuery }) query: SessionQuery): Promise<SessionPage> {
    return this.listSessions.run(ctx, query);
  }

  @Post()
  @Access('record.write')
  @Answers(Created, 201)
  plan(@Context() ctx: Ctx, @Body({ schema: PlanSessionRequest }) body: PlanSessionRequest): Promise<Created> {
    return this.planSession.run(ctx, body);
  }

  @Get('courses')
  @Access('record.write')
  @Answers(SessionCourses)
  courses(@Query({ schema: SessionSearchQuery }) { q }: SessionSearchQuery): Promise<SessionCourses> {
    return this.choices.courses(q);
  }

  @Get('trainers')
  @Access('record.write')
  @Answers(SessionTrainers)
  trainers(
    @Context() ctx: Ctx,
    @Query({ schema: SessionSearchQuery }) { q }: SessionSearchQuery,
  ): Promise<SessionTrainers> {
    return this.choices.trainers(ctx, q);
  }

  @Get(':id')
  @Access('self')
  @Answers(TrainingSession)
  async get(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrainingSession> {
    return withETag(reply, await this.getSession.run(ctx, id));
  }

  @Put(':id')
  @Access('record.write')
  @Answers('nothing')
  change(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: ChangeSessionRequest }) body: ChangeSessionRequest,
  ): Promise<void> {
    return this.changeSession.run(ctx, id, seen, body);
  }

  @Post(':id/cancel')
  @Access('record.write')
  @Answers('nothing')
  cancel(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: CancelSessionRequest }) body: CancelSessionRequest,
  ): Promise<void> {
    return this.cancelSession.run(ctx, id, body);
  }
}
