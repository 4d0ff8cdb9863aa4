import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  CountedPeople,
  Equivalence,
  EquivalencePreview,
  EquivalencePreviewRef,
  IdParams,
  PageQuery,
  ReturnEquivalenceRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DecideVersion } from './decide-version.js';
import { ReadPreview } from './runs/read-preview.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class EquivalencePreviewsController {
  constructor(
    private readonly decide: DecideVersion,
    private readonly previews: ReadPreview,
  ) {}

  @Post('equivalence-versions/:id/preview')
  @Access('record.correct')
  @Answers(EquivalencePreview)
  preview(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<EquivalencePreview> {
    return this.decide.preview(ctx, id);
  }

  @Get('equivalence-previews/:id')
  @Access('rules.read')
  @Answers(EquivalencePreview)
  one(@Param({ schema: IdParams }) { id }: ById): Promise<EquivalencePreview> {
    return this.previews.one(id);
  }

  @Get('equivalence-previews/:id/people')
  @Access('rules.read')
  @Answers(CountedPeople)
  people(
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<CountedPeople> {
    return this.previews.people(id, query);
  }

  @Get('equivalence-previews/:id/people.csv')
  @Access('rules.read')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="equivalence-preview.csv"')
  csv(@Param({ schema: IdParams }) { id }: ById): Promise<string> {
    return this.previews.csv(id);
  }

  @Post('equivalence-versions/:id/propose')
  @Access('record.correct')
  @Answers(Equivalence)
  propose(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: EquivalencePreviewRef }) { previewId }: EquivalencePreviewRef,
  ): Promise<Equivalence> {
    return this.decide.propose(ctx, id, previewId);
  }

  @Post('equivalence-versions/:id/return')
  @Access('record.correct')
  @Answers(Equivalence)
  giveBack(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ReturnEquivalenceRequest }) { reason }: ReturnEquivalenceRequest,
  ): Promise<Equivalence> {
    return this.decide.giveBack(ctx, id, reason);
  }

  @Post('equivalence-versions/:id/apply')
  @Access('record.correct')
  @Answers(Equivalence)
  apply(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: EquivalencePreviewRef }) { previewId }: EquivalencePreviewRef,
  ): Promise<Equivalence> {
    return this.decide.apply(ctx, id, previewId);
  }
}
