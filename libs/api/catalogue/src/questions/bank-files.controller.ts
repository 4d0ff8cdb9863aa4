import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, QuestionImportQuery, QuestionImportResult } from '@lms/contracts';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ExportBank } from './export-bank.js';
import { ImportBank } from './import-bank.js';
import { receiveCsv } from './receive-csv.js';

type ById = z.infer<typeof IdParams>;

/** Banks as files for spreadsheets. */
@Controller('question-banks/:id')
export class BankFilesController {
  constructor(
    private readonly exportBank: ExportBank,
    private readonly importBank: ImportBank,
  ) {}

  @Get('export.csv')
  @Access('courses.read')
  @Answers('file')
  async export(
    @Param({ schema: IdParams }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, csv } = await this.exportBank.run(id);
    void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
    return csv;
  }

  @Post('import')
  @Access('courses.write')
  @Answers(QuestionImportResult)
  async import(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: QuestionImportQuery }) query: z.infer<typeof QuestionImportQuery>,
    @Req() request: FastifyRequest,
  ): Promise<QuestionImportResult> {
    return this.importBank.run(ctx, id, await receiveCsv(request.raw), query.dryRun === 'yes');
  }
}
