import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  Created,
  DecideErasure as DecideRequest,
  ErasurePage,
  ErasurePreview,
  ErasureQuery,
  ErasureToDecide,
  IdParams,
  ProposeErasure as ProposeRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DecideErasure } from './decide-erasure.js';
import { PreviewErasure } from './preview-erasure.js';
import { ProposeErasure } from './propose-erasure.js';
import { ReadErasures } from './read-erasures.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class ErasuresController {
  constructor(
    private readonly previewErasure: PreviewErasure,
    private readonly proposeErasure: ProposeErasure,
    private readonly decide: DecideErasure,
    private readonly read: ReadErasures,
  ) {}

  @Get('people/:id/erasure')
  @Access('privacy.write')
  @Answers(ErasurePreview)
  preview(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<ErasurePreview> {
    return this.previewErasure.run(ctx, id);
  }

  @Post('people/:id/erasure')
  @Access('privacy.write')
  @Answers(Created, 201)
  propose(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ProposeRequest }) body: ProposeRequest,
  ): Promise<Created> {
    return this.proposeErasure.run(ctx, id, body);
  }

  @Get('erasures')
  @Access('privacy.read')
  @Answers(ErasurePage)
  list(@Context() ctx: Ctx, @Query({ schema: ErasureQuery }) query: ErasureQuery): Promise<ErasurePage> {
    return this.read.list(ctx, query);
  }

  @Get('erasures/:id')
  @Access('privacy.read')
  @Answers(ErasureToDecide)
  one(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<ErasureToDecide> {
    return this.read.one(ctx, id);
  }

  @Post('erasures/:id/approve')
  @Access('privacy.write')
  @Answers('nothing')
  approve(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.decide.approve(ctx, id);
  }

  @Post('erasures/:id/refuse')
  @Access('privacy.write')
  @Answers('nothing')
  refuse(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: DecideRequest }) { note }: DecideRequest,
  ): Promise<void> {
    return this.decide.refuse(ctx, id, note);
  }

  @Post('erasures/:id/withdraw')
  @Access('privacy.write')
  @Answers('nothing')
  withdraw(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.decide.withdraw(ctx, id);
  }
}
