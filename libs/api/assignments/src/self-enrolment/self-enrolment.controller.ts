import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams } from '@lms/contracts';
import { Controller, Delete, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { EnrolMyself } from './enrol-myself.js';
import { WithdrawMyself } from './withdraw-myself.js';

type ById = z.infer<typeof IdParams>;

@Controller('catalogue/:id/enrolment')
export class SelfEnrolmentController {
  constructor(
    private readonly enrol: EnrolMyself,
    private readonly withdraw: WithdrawMyself,
  ) {}

  @Put()
  @Access('self')
  @Answers('nothing')
  enrolMyself(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.enrol.run(ctx, id);
  }

  @Delete()
  @Access('self')
  @Answers('nothing')
  withdrawMyself(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.withdraw.run(ctx, id);
  }
}
