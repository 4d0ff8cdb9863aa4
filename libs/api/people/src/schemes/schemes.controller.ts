import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Created, IdParams, SaveSchemeRequest, Scheme, SchemePage, SchemeQuery } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CreateScheme } from './create-scheme.js';
import { GetScheme } from './get-scheme.js';
import { ListSchemes } from './list-schemes.js';
import { SaveScheme } from './save-scheme.js';

type ById = z.infer<typeof IdParams>;

@Controller('schemes')
export class SchemesController {
  constructor(
    private readonly list: ListSchemes,
    private readonly get: GetScheme,
    private readonly create: CreateScheme,
    private readonly save: SaveScheme,
  ) {}

  @Get()
  @Access('self')
  @Answers(SchemePage)
  listSchemes(
    @Context() ctx: Ctx,
    @Query({ schema: SchemeQuery }) query: z.infer<typeof SchemeQuery>,
  ): Promise<SchemePage> {
    return this.list.run(ctx, query);
  }

  @Post()
  @Access('organisations.write')
  @Answers(Created, 201)
  createScheme(@Context() ctx: Ctx, @Body({ schema: SaveSchemeRequest }) body: SaveSchemeRequest): Promise<Created> {
    return this.create.run(ctx, body);
  }

  @Get(':id')
  @Access('self')
  @Answers(Scheme)
  async getScheme(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scheme> {
    return withETag(reply, await this.get.run(ctx, id));
  }

  @Put(':id')
  @Access('organisations.write')
  @Answers(Scheme)
  async saveScheme(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveSchemeRequest }) body: SaveSchemeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scheme> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }
}
