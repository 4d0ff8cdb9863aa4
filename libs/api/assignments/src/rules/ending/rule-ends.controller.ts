import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  ApproveEndRequest,
  EndRuleRequest,
  IdParams,
  PageQuery,
  Rule,
  RuleEndPeople,
  RuleEndPreview,
} from '@lms/contracts';
import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { EndRule } from './end-rule.js';
import { PreviewEnding } from './preview-ending.js';

type ById = z.infer<typeof IdParams>;

@Controller('rules/:id/end')
export class RuleEndsController {
  constructor(
    private readonly previews: PreviewEnding,
    private readonly end: EndRule,
  ) {}

  @Get()
  @Access('rules.read')
  @Answers(RuleEndPreview)
  preview(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<RuleEndPreview> {
    return this.previews.one(ctx, id);
  }

  @Get('people')
  @Access('rules.read')
  @Answers(RuleEndPeople)
  people(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<RuleEndPeople> {
    return this.previews.people(ctx, id, query);
  }

  @Get('people.csv')
  @Access('rules.read')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="rule-end.csv"')
  csv(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<string> {
    return this.previews.csv(ctx, id);
  }

  @Post()
  @Access('rules.write')
  @Answers(Rule)
  endRule(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: EndRuleRequest }) body: EndRuleRequest,
  ): Promise<Rule> {
    return this.end.ask(ctx, id, body);
  }

  @Post('approve')
  @Access('rules.write')
  @Answers(Rule)
  approve(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ApproveEndRequest }) { digest }: ApproveEndRequest,
  ): Promise<Rule> {
    return this.end.approve(ctx, id, digest);
  }

  @Post('leave')
  @Access('rules.write')
  @Answers(Rule)
  leave(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Rule> {
    return this.end.leave(ctx, id);
  }
}
