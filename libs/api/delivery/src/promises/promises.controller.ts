import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CommitResult, DoneRequest, IdParams } from '@lms/contracts';
import { KeepPromise } from './keep-promise.js';

@Controller('my/attempts/:id')
export class PromisesController {
  constructor(private readonly keepPromise: KeepPromise) {}

  @Post('done')
  @Access('self')
  @Answers(CommitResult)
  done(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: DoneRequest }) body: DoneRequest,
  ): Promise<CommitResult> {
    return this.keepPromise.run(ctx, id, body);
  }
}
