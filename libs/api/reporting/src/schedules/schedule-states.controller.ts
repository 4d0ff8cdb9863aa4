import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import { Created, IdParams } from '@lms/contracts';
import { Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { ChangeState } from './change-state.js';
import { RunNow } from './run-now.js';

type ById = z.infer<typeof IdParams>;

@Controller('schedules/:id')
export class ScheduleStatesController {
  constructor(
    private readonly state: ChangeState,
    private readonly now: RunNow,
  ) {}

  @Post('pause')
  @Access('self')
  @Answers('nothing')
  pause(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById, @IfMatch() seen: number): Promise<void> {
    return this.state.run(ctx, id, seen, 'pause');
  }

  @Post('resume')
  @Access('self')
  @Answers('nothing')
  resume(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById, @IfMatch() seen: number): Promise<void> {
    return this.state.run(ctx, id, seen, 'resume');
  }

  @Post('end')
  @Access('self')
  @Answers('nothing')
  end(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById, @IfMatch() seen: number): Promise<void> {
    return this.state.run(ctx, id, seen, 'end');
  }

  @Post('run')
  @Access('self')
  @Answers(Created, 201)
  runNow(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById, @IfMatch() seen: number): Promise<Created> {
    return this.now.run(ctx, id, seen);
  }
}
