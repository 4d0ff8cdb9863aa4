import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import {
  AffectedPeople as Affected,
  IdParams,
  PageQuery,
  PathVersion,
  ReturnRequest,
  SavePathVersionRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AffectedPeople } from './affected-people.js';
import { PublishPathVersion } from './publish-path-version.js';
import { RetirePathVersion } from './retire-path-version.js';
import { ReturnPathVersion } from './return-path-version.js';
import { SavePathVersion } from './save-path-version.js';
import { SubmitPathVersion } from './submit-path-version.js';

type ById = z.infer<typeof IdParams>;

@Controller('path-versions/:id')
export class PathVersionsController {
  constructor(
    private readonly saveVersion: SavePathVersion,
    private readonly submitVersion: SubmitPathVersion,
    private readonly publishVersion: PublishPathVersion,
    private readonly returnVersion: ReturnPathVersion,
    private readonly retireVersion: RetirePathVersion,
    private readonly affectedPeople: AffectedPeople,
  ) {}

  @Put()
  @Access('paths.write')
  @Answers(PathVersion)
  async save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SavePathVersionRequest }) body: SavePathVersionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PathVersion> {
    return withETag(reply, await this.saveVersion.run(ctx, id, seen, body));
  }

  @Post('submit')
  @Access('paths.write')
  @Answers(PathVersion)
  submit(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<PathVersion> {
    return this.submitVersion.run(ctx, id);
  }

  @Post('publish')
  @Access('paths.write')
  @Answers(PathVersion)
  publish(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<PathVersion> {
    return this.publishVersion.run(ctx, id);
  }

  @Post('return')
  @Access('paths.write')
  @Answers(PathVersion)
  return(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ReturnRequest }) body: z.infer<typeof ReturnRequest>,
  ): Promise<PathVersion> {
    return this.returnVersion.run(ctx, id, body.reason);
  }

  @Post('retire')
  @Access('paths.write')
  @Answers(PathVersion)
  retire(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<PathVersion> {
    return this.retireVersion.run(ctx, id);
  }

  @Get('affected')
  @Access('paths.write')
  @Answers(Affected)
  affected(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<Affected> {
    return this.affectedPeople.run(id, ctx.today, query);
  }
}
