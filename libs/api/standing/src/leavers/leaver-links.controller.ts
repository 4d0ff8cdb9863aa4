import { Body, Controller, Delete, Get, Header, HttpCode, Ip, Param, Post, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Brands, Context, type Ctx } from '@lms/api-platform';
import { IdParams, LeaverLink, LeaverRecord, LeaverToken } from '@lms/contracts';
import { recordCsv } from '../exports/record-csv.js';
import { recordPdf } from '../exports/record-pdf.js';
import { LeaverLinks } from './leaver-links.js';
import { OpenLeaverLink } from './open-leaver-link.js';

type Ids = z.infer<typeof IdParams>;

/** The link with which somebody who has left takes their record along. */
@Controller()
export class LeaverLinksController {
  constructor(
    private readonly links: LeaverLinks,
    private readonly opened: OpenLeaverLink,
    private readonly brands: Brands,
  ) {}

  @Get('people/:id/leaver-link')
  @Access('people.write')
  @Answers(LeaverLink)
  one(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<LeaverLink> {
    return this.links.get(ctx, id);
  }

  @Post('people/:id/leaver-link')
  @HttpCode(200)
  @Access('people.write')
  @Answers(LeaverLink)
  send(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<LeaverLink> {
    return this.links.send(ctx, id);
  }

  @Delete('people/:id/leaver-link')
  @Access('people.write')
  @Answers('nothing')
  revoke(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: Ids): Promise<void> {
    return this.links.revoke(ctx, id);
  }

  @Post('leaver-links/look')
  @HttpCode(200)
  @Access('public')
  @Answers(LeaverRecord)
  look(@Body({ schema: LeaverToken }) { token }: LeaverToken, @Ip() address: string): Promise<LeaverRecord> {
    return this.opened.look(token, address);
  }

  @Post('leaver-links/record.pdf')
  @HttpCode(200)
  @Access('public')
  @Answers('file')
  @Header('content-disposition', 'attachment; filename="record.pdf"')
  async pdf(@Body({ schema: LeaverToken }) { token }: LeaverToken, @Ip() address: string): Promise<StreamableFile> {
    const { record, at } = await this.opened.recordOf(token, address);
    return new StreamableFile(await recordPdf(record, at, await this.brands.current()), { type: 'application/pdf' });
  }

  @Post('leaver-links/record.csv')
  @HttpCode(200)
  @Access('public')
  @Answers('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="record.csv"')
  async csv(@Body({ schema: LeaverToken }) { token }: LeaverToken, @Ip() address: string): Promise<string> {
    return recordCsv((await this.opened.recordOf(token, address)).record);
  }
}
