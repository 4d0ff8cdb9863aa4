import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Course, Created, DuplicateCourseRequest, IdParams, MarkTemplateRequest } from '@lms/contracts';
import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { DuplicateCourse } from './duplicate-course.js';
import { MarkTemplate } from './mark-template.js';

type ById = z.infer<typeof IdParams>;

@Controller('courses/:id')
export class TemplatesController {
  constructor(
    private readonly duplicateCourse: DuplicateCourse,
    private readonly markTemplate: MarkTemplate,
  ) {}

  @Post('duplicate')
  @Access('courses.write')
  @Answers(Created, 201)
  duplicate(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: DuplicateCourseRequest }) body: DuplicateCourseRequest,
  ): Promise<Created> {
    return this.duplicateCourse.run(ctx, id, body);
  }

  @Put('template')
  @Access('courses.write')
  @Answers(Course)
  async template(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: MarkTemplateRequest }) body: z.infer<typeof MarkTemplateRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Course> {
    return withETag(reply, await this.markTemplate.run(ctx, id, seen, body.template));
  }
}
