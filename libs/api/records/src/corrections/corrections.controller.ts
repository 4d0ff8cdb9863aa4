import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  CompletionParams,
  Consequences,
  Corrected,
  IdParams,
  RecordCompletionRequest,
  TakeBackRequest,
} from '@lms/contracts';
import { RecordCompletion } from './record-completion.js';
import { TakeBack } from './take-back.js';

type Ids = z.infer<typeof IdParams>;

@Controller('people/:id/completions')
export class CorrectionsController {
  constructor(
    private readonly takeBack: TakeBack,
    private readonly recordCompletion: RecordCompletion,
  ) {}

  @Post(':seq/take-back/preview')
  @Access('record.write')
  @Answers(Consequences)
  previewTakeBack(
    @Context() ctx: Ctx,
    @Param({ schema: CompletionParams }) { id, seq }: CompletionParams,
    @Body({ schema: TakeBackRequest }) body: TakeBackRequest,
  ): Promise<Consequences> {
    return this.takeBack.preview(ctx, id, seq, body);
  }

  @Post(':seq/take-back')
  @Access('record.write')
  @Answers(Corrected)
  take(
    @Context() ctx: Ctx,
    @Param({ schema: CompletionParams }) { id, seq }: CompletionParams,
    @Body({ schema: TakeBackRequest }) body: TakeBackRequest,
  ): Promise<Corrected> {
    return this.takeBack.run(ctx, id, seq, body);
  }

  @Post('preview')
  @Access('record.correct')
  @Answers(Consequences)
  previewRecord(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: RecordCompletionRequest }) body: RecordCompletionRequest,
  ): Promise<Consequences> {
    return this.recordCompletion.preview(ctx, id, body);
  }

  @Post()
  @Access('record.correct')
  @Answers(Corrected)
  record(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: RecordCompletionRequest }) body: RecordCompletionRequest,
  ): Promise<Corrected> {
    return this.recordCompletion.run(ctx, id, body);
  }
}
