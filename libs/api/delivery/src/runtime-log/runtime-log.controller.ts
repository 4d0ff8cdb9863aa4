import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  AttemptParams,
  IdParams,
  PersonAttempts,
  RuntimeLog,
  RuntimeLogRequest,
  RuntimeLogResult,
} from '@lms/contracts';
import { bearer } from '../commits/bearer.js';
import { AppendRuntimeLog } from './append-runtime-log.js';
import { GetRuntimeLog } from './get-runtime-log.js';
import { ListAttempts } from './list-attempts.js';

type Ids = z.infer<typeof IdParams>;

@Controller()
export class RuntimeLogController {
  constructor(
    private readonly append: AppendRuntimeLog,
    private readonly getLog: GetRuntimeLog,
    private readonly listAttempts: ListAttempts,
  ) {}

  @Post('launches/:id/log')
  @Access('launch')
  @Answers(RuntimeLogResult)
  add(
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: RuntimeLogRequest }) body: RuntimeLogRequest,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<RuntimeLogResult> {
    return this.append.run(id, bearer(authorization), body);
  }

  @Get('courses/:courseId/attempts/:attemptId/log')
  @Access('courses.write')
  @Answers(RuntimeLog)
  log(
    @Context() ctx: Ctx,
    @Param({ schema: AttemptParams }) { courseId, attemptId }: z.infer<typeof AttemptParams>,
  ): Promise<RuntimeLog> {
    return this.getLog.run(ctx, courseId, attemptId);
  }

  @Get('people/:id/attempts')
  @Access('courses.write')
  @Answers(PersonAttempts)
  attempts(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<PersonAttempts> {
    return this.listAttempts.run(ctx, id);
  }
}
