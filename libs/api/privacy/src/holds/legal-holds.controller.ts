import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { Created, IdParams, LegalHoldPage, LegalHoldQuery, PlaceHold } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { LegalHolds } from './legal-holds.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class LegalHoldsController {
  constructor(private readonly holds: LegalHolds) {}

  @Get('legal-holds')
  @Access('privacy.read')
  @Answers(LegalHoldPage)
  list(@Context() ctx: Ctx, @Query({ schema: LegalHoldQuery }) query: LegalHoldQuery): Promise<LegalHoldPage> {
    return this.holds.list(ctx, query);
  }

  @Post('people/:id/legal-holds')
  @Access('privacy.write')
  @Answers(Created, 201)
  place(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: PlaceHold }) body: PlaceHold,
  ): Promise<Created> {
    return this.holds.place(ctx, id, body);
  }

  @Post('legal-holds/:id/end')
  @Access('privacy.write')
  @Answers('nothing')
  end(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.holds.end(ctx, id);
  }
}
