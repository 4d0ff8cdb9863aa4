import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CourseOutline, IdParams, PreviewedActivity, PreviewedQuiz, PreviewQuizRequest } from '@lms/contracts';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { PreviewActivity } from './preview-activity.js';
import { PreviewOutline } from './preview-outline.js';
import { PreviewQuiz } from './preview-quiz.js';

type ById = z.infer<typeof IdParams>;

/** For authors and whoever approves: a version as learners will see it. Nothing here leaves a trace. */
@Controller()
export class PreviewController {
  constructor(
    private readonly outline: PreviewOutline,
    private readonly activity: PreviewActivity,
    private readonly quiz: PreviewQuiz,
  ) {}

  @Get('course-versions/:id/preview')
  @Access('courses.write')
  @Answers(CourseOutline)
  previewOutline(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<CourseOutline> {
    return this.outline.run(ctx, id);
  }

  @Post('activities/:id/preview')
  @Access('courses.write')
  @Answers(PreviewedActivity)
  previewActivity(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<PreviewedActivity> {
    return this.activity.run(ctx, id);
  }

  @Post('activities/:id/preview-quiz')
  @Access('courses.write')
  @Answers(PreviewedQuiz)
  previewQuiz(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: PreviewQuizRequest }) body: PreviewQuizRequest,
  ): Promise<PreviewedQuiz> {
    return this.quiz.run(ctx, id, body);
  }
}
