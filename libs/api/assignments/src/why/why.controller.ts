import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CourseOfPerson, IdParams, Why } from '@lms/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { GetWhy } from './get-why.js';

@Controller()
export class WhyController {
  constructor(private readonly why: GetWhy) {}

  @Get('my/courses/:id/why')
  @Access('self')
  @Answers(Why)
  myWhy(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<Why> {
    return this.why.run(ctx, ctx.actor.personId, id);
  }

  @Get('people/:id/courses/:courseId/why')
  @Access('record.read')
  @Answers(Why)
  whyOf(
    @Context() ctx: Ctx,
    @Param({ schema: CourseOfPerson }) { id, courseId }: z.infer<typeof CourseOfPerson>,
  ): Promise<Why> {
    return this.why.run(ctx, id, courseId);
  }
}
