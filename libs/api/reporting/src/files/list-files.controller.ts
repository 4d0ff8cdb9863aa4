import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AskListFile as AskRequest,
  Created,
  IdParams,
  ListFileItem,
  ListFilePage,
  ListFileQuery,
} from '@lms/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AskListFile } from './ask-list-file.js';
import { OpenListFile } from './open-list-file.js';
import { ReadListFiles } from './read-list-files.js';

type ById = z.infer<typeof IdParams>;

/** Which list asks for which permission: the list says. Whose a file is, is asked of its row. */
@Controller('list-files')
export class ListFilesController {
  constructor(
    private readonly ask: AskListFile,
    private readonly read: ReadListFiles,
    private readonly open: OpenListFile,
  ) {}

  @Post()
  @Access('self')
  @Answers(Created, 201)
  askForFile(@Context() ctx: Ctx, @Body({ schema: AskRequest }) body: AskRequest): Promise<Created> {
    return this.ask.run(ctx, body);
  }

  @Get()
  @Access('self')
  @Answers(ListFilePage)
  mine(
    @Context() ctx: Ctx,
    @Query({ schema: ListFileQuery }) query: z.infer<typeof ListFileQuery>,
  ): Promise<ListFilePage> {
    return this.read.page(ctx, query);
  }

  @Get(':id')
  @Access('self')
  @Answers(ListFileItem)
  one(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<ListFileItem> {
    return this.read.one(ctx, id);
  }

  @Get(':id/file')
  @Access('self')
  @Answers('file')
  @Header('cache-control', 'no-store')
  async take(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { stream, size, type, name } = await this.open.run(ctx, id);
    void reply.header('content-disposition', `attachment; filename="${name.replace(/[^ -~]|"/gu, '_')}"`);
    return new StreamableFile(stream, { type, length: size });
  }
}
