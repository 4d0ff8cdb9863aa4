import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  HandedIn,
  HandInRequest,
  IdParams,
  MoreTriesRequest,
  MoreTriesResult,
  PersonQuizzes,
  QuizRun,
  QuizStatus,
  SaveAnswersRequest,
  SavedAnswers,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { GetRun } from './get-run.js';
import { GetStatus } from './get-status.js';
import { GiveMoreTries } from './give-more-tries.js';
import { ListPersonQuizzes } from './list-person-quizzes.js';
import { HandIn } from './hand-in.js';
import { SaveAnswers } from './save-answers.js';
import { StartRun } from './start-run.js';

type Ids = z.infer<typeof IdParams>;

@Controller()
export class QuizController {
  constructor(
    private readonly getStatus: GetStatus,
    private readonly startRun: StartRun,
    private readonly getRun: GetRun,
    private readonly saveAnswers: SaveAnswers,
    private readonly handIn: HandIn,
    private readonly giveMoreTries: GiveMoreTries,
    private readonly listPersonQuizzes: ListPersonQuizzes,
  ) {}

  @Get('my/attempts/:id/quiz')
  @Access('self')
  @Answers(QuizStatus)
  status(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<QuizStatus> {
    return this.getStatus.run(ctx, id);
  }

  @Post('my/attempts/:id/quiz-runs')
  @Access('self')
  @Answers(QuizRun, 201)
  start(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<QuizRun> {
    return this.startRun.run(ctx, id);
  }

  @Get('my/quiz-runs/:id')
  @Access('self')
  @Answers(QuizRun)
  run(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<QuizRun> {
    return this.getRun.run(ctx, id);
  }

  @Put('my/quiz-runs/:id/answers')
  @Access('self')
  @Answers(SavedAnswers)
  save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: SaveAnswersRequest }) body: SaveAnswersRequest,
  ): Promise<SavedAnswers> {
    return this.saveAnswers.run(ctx, id, body);
  }

  @Post('my/quiz-runs/:id/hand-in')
  @Access('self')
  @Answers(HandedIn)
  handInRun(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: HandInRequest }) body: HandInRequest,
  ): Promise<HandedIn> {
    return this.handIn.run(ctx, id, body);
  }

  /** For whoever may give more tries. */
  @Get('people/:id/quizzes')
  @Access('record.write')
  @Answers(PersonQuizzes)
  ofPerson(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<PersonQuizzes> {
    return this.listPersonQuizzes.run(ctx, id);
  }

  @Post('attempts/:id/more-tries')
  @Access('record.write')
  @Answers(MoreTriesResult)
  moreTries(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: MoreTriesRequest }) body: MoreTriesRequest,
  ): Promise<MoreTriesResult> {
    return this.giveMoreTries.run(ctx, id, body);
  }
}
