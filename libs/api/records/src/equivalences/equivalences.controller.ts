import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import {
  CountsAs,
  CreateEquivalenceRequest,
  Created,
  DecideEndRequest,
  EndEquivalenceRequest,
  Equivalence,
  EquivalencePage,
  EquivalencePreview,
  EquivalenceQuery,
  EquivalenceTermsRequest,
  IdParams,
} from '@lms/contracts';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { EndEquivalence } from './end-equivalence.js';
import { GetCountsAs } from './get-counts-as.js';
import { ReadEquivalences } from './read-equivalences.js';
import { WriteEquivalences } from './write-equivalences.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class EquivalencesController {
  constructor(
    private readonly read: ReadEquivalences,
    private readonly write: WriteEquivalences,
    private readonly end: EndEquivalence,
    private readonly countsAs: GetCountsAs,
  ) {}

  @Get('equivalences')
  @Access('rules.read')
  @Answers(EquivalencePage)
  list(@Context() ctx: Ctx, @Query({ schema: EquivalenceQuery }) query: EquivalenceQuery): Promise<EquivalencePage> {
    return this.read.list(ctx, query);
  }

  @Post('equivalences')
  @Access('record.correct')
  @Answers(Created, 201)
  create(
    @Context() ctx: Ctx,
    @Body({ schema: CreateEquivalenceRequest }) body: CreateEquivalenceRequest,
  ): Promise<Created> {
    return this.write.create(ctx, body);
  }

  @Get('equivalences/:id')
  @Access('rules.read')
  @Answers(Equivalence)
  one(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Equivalence> {
    return this.read.one(ctx, id);
  }

  @Post('equivalences/:id/versions')
  @Access('record.correct')
  @Answers(Equivalence, 201)
  startVersion(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Equivalence> {
    return this.write.startVersion(ctx, id);
  }

  @Put('equivalence-versions/:id')
  @Access('record.correct')
  @Answers(Equivalence)
  save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: EquivalenceTermsRequest }) body: EquivalenceTermsRequest,
  ): Promise<Equivalence> {
    return this.write.save(ctx, id, seen, body);
  }

  @Delete('equivalence-versions/:id')
  @Access('record.correct')
  @Answers('nothing')
  discard(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById, @IfMatch() seen: number): Promise<void> {
    return this.write.discard(ctx, id, seen);
  }

  @Post('equivalences/:id/end/preview')
  @Access('record.correct')
  @Answers(EquivalencePreview)
  previewEnd(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<EquivalencePreview> {
    return this.end.preview(ctx, id);
  }

  @Post('equivalences/:id/end')
  @Access('record.correct')
  @Answers(Equivalence)
  finish(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: EndEquivalenceRequest }) body: EndEquivalenceRequest,
  ): Promise<Equivalence> {
    return this.end.end(ctx, id, body);
  }

  @Post('equivalence-ends/:id/decide')
  @Access('record.correct')
  @Answers(Equivalence)
  decideEnd(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: DecideEndRequest }) body: DecideEndRequest,
  ): Promise<Equivalence> {
    return this.end.decide(ctx, id, body);
  }

  @Get('courses/:id/counts-as')
  @Access('self')
  @Answers(CountsAs)
  whatCounts(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CountsAs> {
    return this.countsAs.run(ctx, id);
  }
}
