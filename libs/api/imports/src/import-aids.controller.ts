import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, ImportMappingQuery, ImportMappings, SaveMappingRequest } from '@lms/contracts';
import { Body, Controller, Delete, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Mappings } from './columns/mappings.js';
import { GetTemplateFile } from './read/template-file.js';

type OfKind = z.infer<typeof ImportMappingQuery>;

/** What makes the next import easier. */
@Controller()
export class ImportAidsController {
  constructor(
    private readonly mappings: Mappings,
    private readonly template: GetTemplateFile,
  ) {}

  @Get('import-mappings')
  @Access('imports.write')
  @Answers(ImportMappings)
  listMappings(@Context() ctx: Ctx, @Query({ schema: ImportMappingQuery }) { kind }: OfKind): Promise<ImportMappings> {
    return this.mappings.list(ctx, kind);
  }

  @Post('import-mappings')
  @Access('imports.write')
  @Answers('nothing')
  saveMapping(@Context() ctx: Ctx, @Body({ schema: SaveMappingRequest }) body: SaveMappingRequest): Promise<void> {
    return this.mappings.save(ctx, body);
  }

  @Delete('import-mappings/:id')
  @Access('imports.write')
  @Answers('nothing')
  removeMapping(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return this.mappings.remove(ctx, id);
  }

  @Get('import-template.xlsx')
  @Access('imports.write')
  @Answers('file')
  getTemplate(
    @Context() ctx: Ctx,
    @Query({ schema: ImportMappingQuery }) { kind }: OfKind,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    void reply.type(type).header('content-disposition', `attachment; filename="${kind}.xlsx"`);
    return new StreamableFile(this.template.run(ctx, kind));
  }
}
