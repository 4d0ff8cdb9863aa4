import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  ChooseAllRequest,
  ChooseRowRequest,
  IdParams,
  ImportRowPage,
  ImportRowParams,
  ImportRowQuery,
  ResultQuery,
  SelectRowsRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Put, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ListRows } from './read/list-rows.js';
import { GetResultFile, type ResultFile } from './read/result-file.js';
import { ChooseRow } from './rows/choose-row.js';
import { SelectRows } from './rows/select-rows.js';

type ById = z.infer<typeof IdParams>;
type Which = z.infer<typeof ResultQuery>;

/** What the rows of an import come to. */
@Controller('imports/:id')
export class ImportRowsController {
  constructor(
    private readonly list: ListRows,
    private readonly choose: ChooseRow,
    private readonly select: SelectRows,
    private readonly result: GetResultFile,
  ) {}

  @Get('rows')
  @Access('imports.write')
  @Answers(ImportRowPage)
  listRows(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: ImportRowQuery }) query: ImportRowQuery,
  ): Promise<ImportRowPage> {
    return this.list.run(ctx, id, query);
  }

  @Put('rows/:n/choice')
  @Access('imports.write')
  @Answers('nothing')
  chooseRow(
    @Context() ctx: Ctx,
    @Param({ schema: ImportRowParams }) { id, n }: ImportRowParams,
    @Body({ schema: ChooseRowRequest }) { choice }: ChooseRowRequest,
  ): Promise<void> {
    return this.choose.run(ctx, id, n, choice);
  }

  @Put('choices')
  @Access('imports.write')
  @Answers('nothing')
  chooseAll(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ChooseAllRequest }) body: ChooseAllRequest,
  ): Promise<void> {
    return this.choose.all(ctx, id, body);
  }

  @Put('selection')
  @Access('imports.write')
  @Answers('nothing')
  selectRows(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: SelectRowsRequest }) body: SelectRowsRequest,
  ): Promise<void> {
    return this.select.run(ctx, id, body);
  }

  @Get('result.csv')
  @Access('imports.write')
  @Answers('file')
  async csv(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: ResultQuery }) query: Which,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(reply, await this.result.run(ctx, id, 'csv', query));
  }

  @Get('result.xlsx')
  @Access('imports.write')
  @Answers('file')
  async xlsx(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Query({ schema: ResultQuery }) query: Which,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(reply, await this.result.run(ctx, id, 'xlsx', query));
  }
}

function sent(reply: FastifyReply, { name, type, content }: ResultFile): StreamableFile {
  const plain = name.replace(/[^ -~]/gu, '_').replaceAll('"', '');
  void reply
    .type(type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  return new StreamableFile(content);
}
