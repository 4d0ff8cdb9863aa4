import { Access, Answers, Context, type Ctx, IfMatch, withETag } from '@lms/api-platform';
import { Created, IdParams, Question, QuestionPage, QuestionQuery, SaveQuestionRequest } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AddQuestion } from './add-question.js';
import { GetQuestion } from './get-question.js';
import { ListQuestions } from './list-questions.js';
import { RetireQuestion } from './retire-question.js';
import { SaveQuestion } from './save-question.js';

type ById = z.infer<typeof IdParams>;

/** What is right is for those who may read courses; learners meet questions in a run only. */
@Controller()
export class QuestionsController {
  constructor(
    private readonly list: ListQuestions,
    private readonly add: AddQuestion,
    private readonly get: GetQuestion,
    private readonly save: SaveQuestion,
    private readonly retire: RetireQuestion,
  ) {}

  @Get('question-banks/:id/questions')
  @Access('courses.read')
  @Answers(QuestionPage)
  listQuestions(
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: QuestionQuery }) query: z.infer<typeof QuestionQuery>,
  ): Promise<QuestionPage> {
    return this.list.run(id, query);
  }

  @Post('question-banks/:id/questions')
  @Access('courses.write')
  @Answers(Created, 201)
  addQuestion(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SaveQuestionRequest }) body: SaveQuestionRequest,
  ): Promise<Created> {
    return this.add.run(ctx, id, body);
  }

  @Get('questions/:id')
  @Access('courses.read')
  @Answers(Question)
  async getQuestion(
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Question> {
    return withETag(reply, await this.get.run(id));
  }

  @Put('questions/:id')
  @Access('courses.write')
  @Answers(Question)
  async saveQuestion(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveQuestionRequest }) body: SaveQuestionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Question> {
    return withETag(reply, await this.save.run(ctx, id, seen, body));
  }

  @Post('questions/:id/retire')
  @Access('courses.write')
  @Answers(Question)
  retireQuestion(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Question> {
    return this.retire.run(ctx, id, true);
  }

  @Post('questions/:id/restore')
  @Access('courses.write')
  @Answers(Question)
  restoreQuestion(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Question> {
    return this.retire.run(ctx, id, false);
  }
}
