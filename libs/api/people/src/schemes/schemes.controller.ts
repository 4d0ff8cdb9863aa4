import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Created, IdParams, SaveSchemeRequest, Scheme, SchemePage, SchemeQuery } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ListSchemes } from './list-schemes.js';
import { SaveScheme } from './save-scheme.js';

type ById = z.infer<typeof IdParams>;

@Controller('schemes')
export class SchemesController {
  constructor(
    private readonly schemes: ListSchemes,
    private readonly save: SaveScheme,
  ) {}

  @Get()
  @Access('self')
  @Answers(SchemePage)
  list(@Context() ctx: Ctx, @Query({ schema: SchemeQuery }) query: z.infer<typeof SchemeQuery>): Promise<SchemePage> {
    return this.schemes.page(ctx, query);
  }

  @Post()
  @Access('organisations.write')
  @Answers(Created, 201)
  add(@Context() ctx: Ctx, @Body({ schema: SaveSchemeRequest }) body: SaveSchemeRequest): Promise<Created> {
    return this.save.add(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(Scheme)
  async one(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scheme> {
    return withETag(reply, await this.schemes.one(ctx, id));
  }

  @Put(':id')
  @Access('organisations.write')
  @Answers(Scheme)
  async change(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveSchemeRequest }) body: SaveSchemeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scheme> {
    return withETag(reply, await this.save.save(ctx, id, seen, body));
  }
}
