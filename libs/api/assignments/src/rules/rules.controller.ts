import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  Created,
  CreateRuleRequest,
  DecidedExceptions,
  DecideExceptionRequest,
  IdParams,
  Rule,
  RuleException,
  RuleExceptionPage,
  RuleExceptionQuery,
  RulePage,
  RuleQuery,
  SaveRuleRequest,
} from '@lms/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { RuleExceptions } from './exceptions/rule-exceptions.js';
import { ReadRules } from './versions/read-rules.js';
import { WriteRules } from './versions/write-rules.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class RulesController {
  constructor(
    private readonly read: ReadRules,
    private readonly write: WriteRules,
    private readonly exceptions: RuleExceptions,
  ) {}

  @Get('rules')
  @Access('rules.read')
  @Answers(RulePage)
  listRules(@Context() ctx: Ctx, @Query({ schema: RuleQuery }) query: RuleQuery): Promise<RulePage> {
    return this.read.list(ctx, query);
  }

  @Post('rules')
  @Access('rules.write')
  @Answers(Created, 201)
  createRule(@Context() ctx: Ctx, @Body({ schema: CreateRuleRequest }) body: CreateRuleRequest): Promise<Created> {
    return this.write.create(ctx, body);
  }

  @Get('rules/:id')
  @Access('rules.read')
  @Answers(Rule)
  async getRule(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Rule> {
    return withETag(reply, await this.read.one(ctx, id));
  }

  @Put('rules/:id')
  @Access('rules.write')
  @Answers(Rule)
  async saveRule(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveRuleRequest }) body: SaveRuleRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Rule> {
    return withETag(reply, await this.write.save(ctx, id, seen, body));
  }

  @Post('rules/:id/versions')
  @Access('rules.write')
  @Answers(Created, 201)
  startVersion(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Created> {
    return this.write.startVersion(ctx, id);
  }

  @Get('rules/:id/exceptions')
  @Access('rules.read')
  @Answers(RuleExceptionPage)
  ruleExceptions(
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: RuleExceptionQuery }) query: RuleExceptionQuery,
  ): Promise<RuleExceptionPage> {
    return this.exceptions.list(id, query);
  }

  @Post('rules/:id/exceptions/realistic')
  @HttpCode(200)
  @Access('rules.write')
  @Answers(DecidedExceptions)
  keepRealistic(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<DecidedExceptions> {
    return this.exceptions.keepRealistic(ctx, id);
  }

  @Put('rule-exceptions/:id')
  @Access('rules.write')
  @Answers(RuleException)
  async decideException(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: DecideExceptionRequest }) body: DecideExceptionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleException> {
    return withETag(reply, await this.exceptions.decide(ctx, id, seen, body));
  }
}
