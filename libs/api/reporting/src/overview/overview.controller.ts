import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AnsweredWronglyPage,
  AnsweredWronglyQuery,
  CompletedFilter,
  CompletedPage,
  CompletedQuery,
  CompletedTotals,
  GivenUpPage,
  GivenUpQuery,
  IdParams,
  Overview,
  OverviewFilter,
  OverviewLearning,
} from '@lms/contracts';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { GetLearners } from './get-learners.js';
import { GetOverview } from './get-overview.js';

type Ids = z.infer<typeof IdParams>;
const JSON_TYPE = 'application/json; charset=utf-8';

@Controller('overview')
export class OverviewController {
  constructor(
    private readonly overview: GetOverview,
    private readonly learners: GetLearners,
  ) {}

  @Get()
  @Access('record.read')
  @Answers(Overview)
  @Header('content-type', JSON_TYPE)
  standing(@Context() ctx: Ctx, @Query({ schema: OverviewFilter }) filter: OverviewFilter): Promise<string> {
    return this.overview.standing(ctx, filter);
  }

  @Get('learning')
  @Access('record.read')
  @Answers(OverviewLearning)
  @Header('content-type', JSON_TYPE)
  learning(@Context() ctx: Ctx, @Query({ schema: OverviewFilter }) filter: OverviewFilter): Promise<string> {
    return this.overview.learning(ctx, filter);
  }

  @Get('completions')
  @Access('record.read')
  @Answers(CompletedPage)
  completed(@Context() ctx: Ctx, @Query({ schema: CompletedQuery }) query: CompletedQuery): Promise<CompletedPage> {
    return this.learners.completed(ctx, query);
  }

  @Get('completions/totals')
  @Access('record.read')
  @Answers(CompletedTotals)
  @Header('content-type', JSON_TYPE)
  completedTotals(@Context() ctx: Ctx, @Query({ schema: CompletedFilter }) filter: CompletedFilter): Promise<string> {
    return this.learners.completedTotals(ctx, filter);
  }

  @Get('given-up')
  @Access('record.read')
  @Answers(GivenUpPage)
  givenUp(@Context() ctx: Ctx, @Query({ schema: GivenUpQuery }) query: GivenUpQuery): Promise<GivenUpPage> {
    return this.learners.givenUp(ctx, query);
  }

  @Get('questions/:id/wrong')
  @Access('record.read')
  @Answers(AnsweredWronglyPage)
  answeredWrongly(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: AnsweredWronglyQuery }) query: AnsweredWronglyQuery,
  ): Promise<AnsweredWronglyPage> {
    return this.learners.answeredWrongly(ctx, id, query);
  }
}
