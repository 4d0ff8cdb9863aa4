import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  Audience,
  AudienceCount,
  AudiencePage,
  AudienceQuery,
  AudienceWords,
  CountAudienceRequest,
  Created,
  IdParams,
  SaveAudienceRequest,
} from '@lms/contracts';
import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CountAudience } from './count-audience.js';
import { ReadAudiences } from './read-audiences.js';
import { WriteAudiences } from './write-audiences.js';

type ById = z.infer<typeof IdParams>;

@Controller('audiences')
export class AudiencesController {
  constructor(
    private readonly read: ReadAudiences,
    private readonly write: WriteAudiences,
    private readonly count: CountAudience,
  ) {}

  @Get()
  @Access('rules.read')
  @Answers(AudiencePage)
  listAudiences(@Query({ schema: AudienceQuery }) query: AudienceQuery): Promise<AudiencePage> {
    return this.read.list(query);
  }

  @Post()
  @Access('rules.write')
  @Answers(Created, 201)
  createAudience(
    @Context() ctx: Ctx,
    @Body({ schema: SaveAudienceRequest }) body: SaveAudienceRequest,
  ): Promise<Created> {
    return this.write.create(ctx, body);
  }

  @Get('words')
  @Access('rules.read')
  @Answers(AudienceWords)
  audienceWords(@Context() ctx: Ctx): Promise<AudienceWords> {
    return this.read.words(ctx.today);
  }

  @Post('count')
  @Access('rules.read')
  @Answers(AudienceCount)
  countAudience(
    @Context() ctx: Ctx,
    @Body({ schema: CountAudienceRequest }) { predicate }: CountAudienceRequest,
  ): Promise<AudienceCount> {
    return this.count.run(ctx, predicate);
  }

  @Get(':id')
  @Access('rules.read')
  @Answers(Audience)
  async getAudience(
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Audience> {
    return withETag(reply, await this.read.one(id));
  }

  @Put(':id')
  @Access('rules.write')
  @Answers(Audience)
  async saveAudience(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveAudienceRequest }) body: SaveAudienceRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Audience> {
    return withETag(reply, await this.write.save(ctx, id, seen, body));
  }

  @Delete(':id')
  @Access('rules.write')
  @Answers('nothing')
  removeAudience(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.write.remove(ctx, id, seen);
  }
}
