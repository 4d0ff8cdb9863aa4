import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Created, CreatePathRequest, IdParams, Path, PathPage, PathQuery, SavePathRequest } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { StartPathVersion } from '../path-versions/start-path-version.js';
import { CreatePath } from './create-path.js';
import { GetPath } from './get-path.js';
import { ListPaths } from './list-paths.js';
import { SavePath } from './save-path.js';

type ById = z.infer<typeof IdParams>;

@Controller('paths')
export class PathsController {
  constructor(
    private readonly list: ListPaths,
    private readonly get: GetPath,
    private readonly create: CreatePath,
    private readonly save: SavePath,
    private readonly startVersion: StartPathVersion,
  ) {}

  @Get()
  @Access('courses.read')
  @Answers(PathPage)
  listPaths(@Query({ schema: PathQuery }) query: z.infer<typeof PathQuery>): Promise<PathPage> {
    return this.list.run(query);
  }

  @Post()
  @Access('paths.write')
  @Answers(Created, 201)
  createPath(@Context() ctx: Ctx, @Body({ schema: CreatePathRequest }) body: CreatePathRequest): Promise<Created> {
    return this.create.run(ctx, body);
  }

  @Get(':id')
  @Access('courses.read')
  @Answers(Path)
  async getPath(
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Path> {
    return withETag(reply, await this.get.run(id));
  }

  @Put(':id')
  @Access('paths.write')
  @Answers(Path)
  async savePath(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SavePathRequest }) body: SavePathRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Path> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }

  @Post(':id/versions')
  @Access('paths.write')
  @Answers(Created, 201)
  startPathVersion(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Created> {
    return this.startVersion.run(ctx, id);
  }
}
