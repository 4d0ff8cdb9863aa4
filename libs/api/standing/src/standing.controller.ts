import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  IdParams,
  OrganisationStanding,
  OrganisationStandingQuery,
  OrganisationTotals,
  PathProgress,
  PathProgressQuery,
  Today,
} from '@lms/contracts';
import { GetOrganisationStanding } from './organisation/get-organisation-standing.js';
import { GetPathProgress } from './path-progress/get-path-progress.js';
import { GetToday } from './today/get-today.js';

type Ids = z.infer<typeof IdParams>;
const JSON_TYPE = 'application/json; charset=utf-8';

@Controller()
export class StandingController {
  constructor(
    private readonly getToday: GetToday,
    private readonly getProgress: GetPathProgress,
    private readonly ofOrganisation: GetOrganisationStanding,
  ) {}

  @Get('my/today')
  @Access('self')
  @Answers(Today)
  @Header('content-type', JSON_TYPE)
  today(@Context() ctx: Ctx): Promise<string> {
    return this.getToday.run(ctx);
  }

  @Get('organisations/:id/standing')
  @Access('record.read')
  @Answers(OrganisationStanding)
  organisation(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: OrganisationStandingQuery }) query: z.infer<typeof OrganisationStandingQuery>,
  ): Promise<OrganisationStanding> {
    return this.ofOrganisation.page(ctx, id, query);
  }

  @Get('organisations/:id/standing-totals')
  @Access('record.read')
  @Answers(OrganisationTotals)
  @Header('content-type', JSON_TYPE)
  organisationTotals(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<string> {
    return this.ofOrganisation.totals(ctx, id);
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
