import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  ApplyImportRequest,
  CheckImportRequest,
  Created,
  IdParams,
  Import,
  ImportKinds as ImportKindList,
  ImportPage,
  ImportQuery,
  StartImportQuery,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { StartApply } from './apply/start-apply.js';
import { StartCheck } from './check/start-check.js';
import { ReceiveImport } from './files/receive-import.js';
import { ImportKinds } from './kinds/import-kinds.js';
import { GetImport } from './read/get-import.js';
import { ListImports } from './read/list-imports.js';

type ById = z.infer<typeof IdParams>;

/** A file's way: taken in, its columns named, checked, applied. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly receive: ReceiveImport,
    private readonly list: ListImports,
    private readonly get: GetImport,
    private readonly check: StartCheck,
    private readonly apply: StartApply,
  ) {}

  @Get('kinds')
  @Access('imports.write')
  @Answers(ImportKindList)
  listKinds(@Context() ctx: Ctx): ImportKindList {
    return { items: this.kinds.of(ctx) };
  }

  @Get()
  @Access('imports.write')
  @Answers(ImportPage)
  listImports(@Context() ctx: Ctx, @Query({ schema: ImportQuery }) query: ImportQuery): Promise<ImportPage> {
    return this.list.run(ctx, query);
  }

  @Post()
  @Access('imports.write')
  @Answers(Created, 201)
  begin(
    @Context() ctx: Ctx,
    @Query({ schema: StartImportQuery }) query: StartImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<Created> {
    return this.receive.run(ctx, query, request.raw);
  }

  @Get(':id')
  @Access('imports.write')
  @Answers(Import)
  getImport(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<Import> {
    return this.get.run(ctx, id);
  }

  @Put(':id/check')
  @Access('imports.write')
  @Answers('nothing')
  startCheck(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: CheckImportRequest }) body: CheckImportRequest,
  ): Promise<void> {
    return this.check.run(ctx, id, body);
  }

  @Post(':id/apply')
  @Access('imports.write')
  @Answers('nothing')
  startApply(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: ApplyImportRequest }) body: ApplyImportRequest,
  ): Promise<void> {
    return this.apply.run(ctx, id, body);
  }
}
