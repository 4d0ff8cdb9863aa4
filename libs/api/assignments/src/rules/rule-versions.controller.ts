import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  IdParams,
  PreviewPeople,
  PreviewPeopleQuery,
  PreviewRef,
  ReturnRuleRequest,
  RulePreview,
  RuleVersion,
  SaveRuleVersionRequest,
} from '@lms/contracts';
import { Body, Controller, Delete, Get, Header, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ApplyRule } from './apply/apply-rule.js';
import { ApproveRule } from './approval/approve-rule.js';
import { MakePreview } from './preview/make-preview.js';
import { ReadPreview } from './preview/read-preview.js';
import { EditDraft } from './versions/edit-draft.js';
import { ReadRules } from './versions/read-rules.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class RuleVersionsController {
  constructor(
    private readonly read: ReadRules,
    private readonly draft: EditDraft,
    private readonly makePreview: MakePreview,
    private readonly previews: ReadPreview,
    private readonly approval: ApproveRule,
    private readonly applyRule: ApplyRule,
  ) {}

  @Get('rule-versions/:id')
  @Access('rules.read')
  @Answers(RuleVersion)
  async getVersion(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleVersion> {
    return withETag(reply, await this.read.version(ctx, id));
  }

  @Put('rule-versions/:id')
  @Access('rules.write')
  @Answers(RuleVersion)
  async saveVersion(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveRuleVersionRequest }) body: SaveRuleVersionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleVersion> {
    return withETag(reply, await this.draft.save(ctx, id, seen, body));
  }

  @Delete('rule-versions/:id')
  @Access('rules.write')
  @Answers('nothing')
  discardVersion(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.draft.discard(ctx, id, seen);
  }

  @Post('rule-versions/:id/preview')
  @Access('rules.write')
  @Answers(RulePreview)
  preview(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<RulePreview> {
    return this.makePreview.run(ctx, id);
  }

  @Get('rule-previews/:id')
  @Access('rules.read')
  @Answers(RulePreview)
  getPreview(@Param({ schema: IdParams }) { id }: ById): Promise<RulePreview> {
    return this.previews.one(id);
  }

  @Get('rule-previews/:id/people')
  @Access('rules.read')
  @Answers(PreviewPeople)
  previewPeople(
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: PreviewPeopleQuery }) query: PreviewPeopleQuery,
  ): Promise<PreviewPeople> {
    return this.previews.people(id, query);
  }

  @Get('rule-previews/:id/people.csv')
  @Access('rules.read')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="rule-preview.csv"')
  previewCsv(@Param({ schema: IdParams }) { id }: ById): Promise<string> {
    return this.previews.csv(id);
  }

  @Post('rule-versions/:id/propose')
  @Access('rules.write')
  @Answers(RuleVersion)
  propose(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: PreviewRef }) { previewId }: PreviewRef,
  ): Promise<RuleVersion> {
    return this.approval.propose(ctx, id, previewId);
  }

  @Post('rule-versions/:id/approve')
  @Access('rules.write')
  @Answers(RuleVersion)
  approve(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: PreviewRef }) { previewId }: PreviewRef,
  ): Promise<RuleVersion> {
    return this.approval.approve(ctx, id, previewId);
  }

  @Post('rule-versions/:id/return')
  @Access('rules.write')
  @Answers(RuleVersion)
  giveBack(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ReturnRuleRequest }) { reason }: ReturnRuleRequest,
  ): Promise<RuleVersion> {
    return this.approval.giveBack(ctx, id, reason);
  }

  @Post('rule-versions/:id/apply')
  @Access('rules.write')
  @Answers(RuleVersion)
  apply(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: PreviewRef }) { previewId }: PreviewRef,
  ): Promise<RuleVersion> {
    return this.applyRule.run(ctx, id, previewId);
  }
}
