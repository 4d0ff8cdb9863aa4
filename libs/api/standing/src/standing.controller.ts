import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, PathProgress, PathProgressQuery, Today } from '@lms/contracts';
import { GetPathProgress } from './path-progress/get-path-progress.js';
import { GetToday } from './today/get-today.js';

type Ids = z.infer<typeof IdParams>;
const JSON_TYPE = 'application/json; charset=utf-8';

@Controller()
export class StandingController {
  constructor(
    private readonly getToday: GetToday,
    private readonly getProgress: GetPathProgress,
  ) {}

  @Get('my/today')
  @Access('self')
  @Answers(Today)
  @Header('content-type', JSON_TYPE)
  today(@Context() ctx: Ctx): Promise<string> {
    return this.getToday.run(ctx);
  }

  @Get('paths/:id/progress')
  @Access('record.read')
  @Answers(PathProgress)
  progress(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: PathProgressQuery }) query: PathProgressQuery,
  ): Promise<PathProgress> {
    return this.getProgress.run(ctx, id, query);
  }
}
