import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CourseOutline, IdParams, StartNewVersionRequest } from '@lms/contracts';
import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { StartNewVersion } from './start-new-version.js';

@Controller('my/courses/:id')
export class VersionsController {
  constructor(private readonly startNewVersion: StartNewVersion) {}

  @Post('new-version')
  @Access('self')
  @Answers(CourseOutline)
  startNew(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: StartNewVersionRequest }) body: z.infer<typeof StartNewVersionRequest>,
  ): Promise<CourseOutline> {
    return this.startNewVersion.run(ctx, id, body.courseVersionId);
  }
}
