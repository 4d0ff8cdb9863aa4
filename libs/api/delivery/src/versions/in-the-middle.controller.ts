import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, InTheMiddle } from '@lms/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { GetInTheMiddle } from './in-the-middle.js';

@Controller('course-versions/:id/in-the-middle')
export class InTheMiddleController {
  constructor(private readonly inTheMiddle: GetInTheMiddle) {}

  @Get()
  @Access('courses.read')
  @Answers(InTheMiddle)
  get(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<InTheMiddle> {
    return this.inTheMiddle.run(ctx, id);
  }
}
