import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AudienceDifference,
  AudienceHistory,
  AudienceRules,
  AudienceVersionRequest,
  CountAudienceRequest,
  Created,
  IdParams,
} from '@lms/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { WriteRules } from '../rules/versions/write-rules.js';
import { AudienceHistoryQuery } from './audience-history.js';
import { AudienceRulesQuery } from './audience-rules.js';
import { CompareAudience } from './compare-audience.js';

type ById = z.infer<typeof IdParams>;

/** What the page of one audience shows besides itself. */
@Controller('audiences/:id')
export class AudiencePageController {
  constructor(
    private readonly rules: AudienceRulesQuery,
    private readonly history: AudienceHistoryQuery,
    private readonly compare: CompareAudience,
    private readonly write: WriteRules,
  ) {}

  @Get('rules')
  @Access('rules.read')
  @Answers(AudienceRules)
  audienceRules(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<AudienceRules> {
    return this.rules.run(ctx, id);
  }

  @Get('history')
  @Access('rules.read')
  @Answers(AudienceHistory)
  audienceHistory(@Param({ schema: IdParams }) { id }: ById): Promise<AudienceHistory> {
    return this.history.run(id);
  }

  @Post('compare')
  @HttpCode(200)
  @Access('rules.read')
  @Answers(AudienceDifference)
  compareAudience(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: CountAudienceRequest }) { predicate }: CountAudienceRequest,
  ): Promise<AudienceDifference> {
    return this.compare.run(ctx, id, predicate);
  }

  @Post('versions')
  @Access('rules.write')
  @Answers(Created, 201)
  startVersionWith(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: AudienceVersionRequest }) { ruleId }: AudienceVersionRequest,
  ): Promise<Created> {
    return this.write.startVersion(ctx, ruleId, id);
  }
}
