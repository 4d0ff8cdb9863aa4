import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { Overview, OverviewFilter, OverviewLearning } from '@lms/contracts';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { GetOverview } from './get-overview.js';

const JSON_TYPE = 'application/json; charset=utf-8';

@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: GetOverview) {}

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
}
