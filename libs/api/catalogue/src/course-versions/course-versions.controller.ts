import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { CourseVersion, DraftDesk, IdParams, ReturnRequest, SaveVersionRequest, VersionChanges } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { GetChanges } from '../reviews/get-changes.js';
import { GetDraftDesk } from './draft-desk.js';
import { PublishVersion } from './publish-version.js';
import { RetireVersion } from './retire-version.js';
import { ReturnVersion } from './return-version.js';
import { SaveVersion } from './save-version.js';
import { SubmitVersion } from './submit-version.js';
import { UndoChange } from './undo-change.js';

type ById = z.infer<typeof IdParams>;

@Controller('course-versions/:id')
export class CourseVersionsController {
  constructor(
    private readonly saveVersion: SaveVersion,
    private readonly submitVersion: SubmitVersion,
    private readonly publishVersion: PublishVersion,
    private readonly returnVersion: ReturnVersion,
    private readonly retireVersion: RetireVersion,
    private readonly undoChange: UndoChange,
    private readonly draftDesk: GetDraftDesk,
    private readonly getChanges: GetChanges,
  ) {}

  @Put()
  @Access('courses.write')
  @Answers(CourseVersion)
  async save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveVersionRequest }) body: SaveVersionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseVersion> {
    return withETag(reply, await this.saveVersion.run(ctx, id, seen, body));
  }

  @Get('changes')
  @Access('courses.read')
  @Answers(VersionChanges)
  changes(@Param({ schema: IdParams }) { id }: ById): Promise<VersionChanges> {
    return this.getChanges.run(id);
  }

  @Post('undo')
  @Access('courses.write')
  @Answers(CourseVersion)
  undo(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CourseVersion> {
    return this.undoChange.run(ctx, id, 'undo');
  }

  @Post('redo')
  @Access('courses.write')
  @Answers(CourseVersion)
  redo(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CourseVersion> {
    return this.undoChange.run(ctx, id, 'redo');
  }

  @Post('desk')
  @Access('courses.write')
  @Answers(DraftDesk)
  desk(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<DraftDesk> {
    return this.draftDesk.run(ctx, id);
  }

  @Post('submit')
  @Access('courses.write')
  @Answers(CourseVersion)
  submit(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CourseVersion> {
    return this.submitVersion.run(ctx, id);
  }

  @Post('publish')
  @Access('courses.write')
  @Answers(CourseVersion)
  publish(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CourseVersion> {
    return this.publishVersion.run(ctx, id);
  }

  @Post('return')
  @Access('courses.write')
  @Answers(CourseVersion)
  return(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ReturnRequest }) body: z.infer<typeof ReturnRequest>,
  ): Promise<CourseVersion> {
    return this.returnVersion.run(ctx, id, body.reason);
  }

  @Post('retire')
  @Access('courses.write')
  @Answers(CourseVersion)
  retire(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CourseVersion> {
    return this.retireVersion.run(ctx, id);
  }
}
