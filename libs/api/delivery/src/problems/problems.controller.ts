import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  Created,
  IdParams,
  ProblemQuery,
  Problems,
  ReportedProblem,
  ReportProblemRequest,
  SettleProblemRequest,
} from '@lms/contracts';
import { GetProblem } from './get-problem.js';
import { ListProblems } from './list-problems.js';
import { ReportProblem } from './report-problem.js';
import { SettleProblem } from './settle-problem.js';

type Ids = z.infer<typeof IdParams>;

@Controller()
export class ProblemsController {
  constructor(
    private readonly reportProblem: ReportProblem,
    private readonly listProblems: ListProblems,
    private readonly getProblem: GetProblem,
    private readonly settleProblem: SettleProblem,
  ) {}

  @Post('my/activities/:id/problems')
  @Access('self')
  @Answers(Created, 201)
  report(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: ReportProblemRequest }) body: ReportProblemRequest,
  ): Promise<Created> {
    return this.reportProblem.run(ctx, id, body);
  }

  @Get('courses/:id/problems')
  @Access('courses.write')
  @Answers(Problems)
  list(
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: ProblemQuery }) query: ProblemQuery,
  ): Promise<Problems> {
    return this.listProblems.run(id, query);
  }

  @Get('problems/:id')
  @Access('courses.write')
  @Answers(ReportedProblem)
  async one(
    @Param({ schema: IdParams }) { id }: Ids,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportedProblem> {
    return withETag(reply, await this.getProblem.run(id));
  }

  @Put('problems/:id')
  @Access('courses.write')
  @Answers(ReportedProblem)
  async settle(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @IfMatch() seen: number,
    @Body({ schema: SettleProblemRequest }) body: SettleProblemRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportedProblem> {
    return withETag(reply, await this.settleProblem.run(ctx, id, seen, body));
  }
}
