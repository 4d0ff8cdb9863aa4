import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CommitResult, IdParams, SendSurveyRequest, SurveyResults, SurveyResultsQuery } from '@lms/contracts';
import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { SendSurvey } from './send-survey.js';
import { GetSurveyFile } from './survey-file.js';
import { GetSurveyNamesFile } from './survey-names-file.js';
import { GetSurveyResults } from './survey-results.js';

type Ids = z.infer<typeof IdParams>;

@Controller()
export class SurveyController {
  constructor(
    private readonly sendSurvey: SendSurvey,
    private readonly results: GetSurveyResults,
    private readonly file: GetSurveyFile,
    private readonly namesFile: GetSurveyNamesFile,
  ) {}

  @Post('my/attempts/:id/survey')
  @Access('self')
  @Answers(CommitResult)
  send(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Body({ schema: SendSurveyRequest }) body: SendSurveyRequest,
  ): Promise<CommitResult> {
    return this.sendSurvey.run(ctx, id, body);
  }

  @Get('activities/:id/survey-results')
  @Access('courses.write')
  @Answers(SurveyResults)
  show(
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: SurveyResultsQuery }) query: SurveyResultsQuery,
  ): Promise<SurveyResults> {
    return this.results.run(id, query);
  }

  @Get('activities/:id/survey-results.csv')
  @Access('courses.write')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="survey.csv"')
  csv(
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: SurveyResultsQuery }) query: SurveyResultsQuery,
  ): Promise<string> {
    return this.file.run(id, query);
  }

  /** Only where the survey asked with names. */
  @Get('activities/:id/survey-names.csv')
  @Access('record.correct')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="survey-with-names.csv"')
  names(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: SurveyResultsQuery }) query: SurveyResultsQuery,
  ): Promise<string> {
    return this.namesFile.run(ctx, id, query);
  }
}
