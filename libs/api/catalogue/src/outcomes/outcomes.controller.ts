import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Outcomes as List, SaveOutcomes } from '@lms/contracts';
import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Outcomes } from './outcomes.js';

@Controller('outcomes')
export class OutcomesController {
  constructor(private readonly outcomes: Outcomes) {}

  /** Everybody reads them in the catalogue. */
  @Get()
  @Access('self')
  @Answers(List)
  async list(@Res({ passthrough: true }) reply: FastifyReply): Promise<List> {
    return withETag(reply, await this.outcomes.list());
  }

  @Put()
  @Access('outcomes.write')
  @Answers(List)
  async save(
    @Context() ctx: Ctx,
    @IfMatch() seen: number,
    @Body({ schema: SaveOutcomes }) body: SaveOutcomes,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<List> {
    return withETag(reply, await this.outcomes.save(ctx, seen, body));
  }
}
