import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Access, Answers, Brands, Context, type Ctx } from '@lms/api-platform';
import { AsOfQuery, IdParams, PersonRecord, RecordAsOf } from '@lms/contracts';
import { GetAsOf } from '../as-of/get-as-of.js';
import { recordCsv } from '../exports/record-csv.js';
import { recordPdf } from '../exports/record-pdf.js';
import { GetPersonRecord } from './get-person-record.js';

type Ids = z.infer<typeof IdParams>;
const JSON_TYPE = 'application/json; charset=utf-8';

/** A person's record: now, at another moment, and as files. */
@Controller()
export class RecordController {
  constructor(
    private readonly getRecord: GetPersonRecord,
    private readonly getAsOf: GetAsOf,
    private readonly brands: Brands,
  ) {}

  @Get('my/record')
  @Access('self')
  @Answers(PersonRecord)
  @Header('content-type', JSON_TYPE)
  myRecord(@Context() ctx: Ctx): Promise<string> {
    return this.getRecord.run(ctx, ctx.actor.personId);
  }

  @Get('people/:id/record')
  @Access('record.read')
  @Answers(PersonRecord)
  @Header('content-type', JSON_TYPE)
  record(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<string> {
    return this.getRecord.run(ctx, id);
  }

  @Get('my/record/as-of')
  @Access('self')
  @Answers(RecordAsOf)
  myAsOf(@Context() ctx: Ctx, @Query({ schema: AsOfQuery }) query: AsOfQuery): Promise<RecordAsOf> {
    return this.getAsOf.run(ctx, ctx.actor.personId, query);
  }

  @Get('people/:id/record/as-of')
  @Access('record.read')
  @Answers(RecordAsOf)
  asOf(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Query({ schema: AsOfQuery }) query: AsOfQuery,
  ): Promise<RecordAsOf> {
    return this.getAsOf.run(ctx, id, query);
  }

  @Get('my/record.csv')
  @Access('self')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="record.csv"')
  async myCsv(@Context() ctx: Ctx): Promise<string> {
    return recordCsv(await this.getRecord.parsed(ctx, ctx.actor.personId));
  }

  @Get('people/:id/record.csv')
  @Access('record.read')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="record.csv"')
  async csv(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<string> {
    return recordCsv(await this.getRecord.parsed(ctx, id));
  }

  @Get('my/record.pdf')
  @Access('self')
  @Answers('file')
  myPdf(@Context() ctx: Ctx, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.pdfOf(ctx, ctx.actor.personId, reply);
  }

  @Get('people/:id/record.pdf')
  @Access('record.read')
  @Answers('file')
  pdf(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: Ids,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.pdfOf(ctx, id, reply);
  }

  private async pdfOf(ctx: Ctx, personId: string, reply: FastifyReply): Promise<StreamableFile> {
    const bytes = await recordPdf(await this.getRecord.parsed(ctx, personId), ctx.now, await this.brands.current());
    void reply.header('content-disposition', 'attachment; filename="record.pdf"');
    return new StreamableFile(bytes, { type: 'application/pdf' });
  }
}
