import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  CrewOrganisations,
  CrewPage,
  CrewQuery,
  CrewTotals,
  IdParams,
  TeamQuery,
  TeamTotalsQuery,
} from '@lms/contracts';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { GetCrew } from './get-crew.js';

type Ids = z.infer<typeof IdParams>;
const JSON_TYPE = 'application/json; charset=utf-8';

/** The people of an organisation for its coordinator, and those who report to somebody. */
@Controller()
export class CrewController {
  constructor(private readonly crew: GetCrew) {}

  @Get('my/organisations')
  @Access('record.read')
  @Answers(CrewOrganisations)
  organisations(@Context() ctx: Ctx): Promise<CrewOrganisations> {
    return this.crew.organisations(ctx);
  }

  @Get('organisations/:id/crew')
  @Access('record.read')
  @Answers(CrewPage)
  page(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: CrewQuery }) query: CrewQuery,
  ): Promise<CrewPage> {
    return this.crew.page(ctx, { organisationId: id }, query);
  }

  @Get('organisations/:id/crew-totals')
  @Access('record.read')
  @Answers(CrewTotals)
  @Header('content-type', JSON_TYPE)
  totals(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<string> {
    return this.crew.totals(ctx, { organisationId: id });
  }

  @Get('my/team')
  @Access('record.read')
  @Answers(CrewPage)
  team(@Context() ctx: Ctx, @Query({ schema: TeamQuery }) { team, ...query }: TeamQuery): Promise<CrewPage> {
    return this.crew.page(ctx, { team }, query);
  }

  @Get('my/team-totals')
  @Access('record.read')
  @Answers(CrewTotals)
  @Header('content-type', JSON_TYPE)
  teamTotals(@Context() ctx: Ctx, @Query({ schema: TeamTotalsQuery }) { team }: TeamTotalsQuery): Promise<string> {
    return this.crew.totals(ctx, { team });
  }
}
