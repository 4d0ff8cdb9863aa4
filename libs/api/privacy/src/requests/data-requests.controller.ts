import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { AskForData as AskRequest, Created, DataRequestPage, DataRequestQuery, IdParams } from '@lms/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { AskForData } from './ask-for-data.js';
import { ListRequests } from './list-requests.js';
import { OpenDataFile } from './open-data-file.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class DataRequestsController {
  constructor(
    private readonly ask: AskForData,
    private readonly requests: ListRequests,
    private readonly file: OpenDataFile,
  ) {}

  @Get('my/data')
  @Access('self')
  @Answers(DataRequestPage)
  mine(@Context() ctx: Ctx, @Query({ schema: DataRequestQuery }) query: DataRequestQuery): Promise<DataRequestPage> {
    return this.requests.own(ctx, query);
  }

  @Post('my/data')
  @Access('self')
  @Answers(Created, 201)
  askForMine(@Context() ctx: Ctx): Promise<Created> {
    return this.ask.run(ctx, ctx.actor.personId, '');
  }

  @Get('data-requests')
  @Access('privacy.read')
  @Answers(DataRequestPage)
  list(@Context() ctx: Ctx, @Query({ schema: DataRequestQuery }) query: DataRequestQuery): Promise<DataRequestPage> {
    return this.requests.all(ctx, query);
  }

  @Post('people/:id/data')
  @Access('privacy.write')
  @Answers(Created, 201)
  askForTheirs(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: AskRequest }) { reason }: AskRequest,
  ): Promise<Created> {
    return this.ask.run(ctx, id, reason);
  }

  /** Who asked is asked of the row: nobody else finds it. */
  @Get('data-requests/:id/file')
  @Access('self')
  @Answers('file')
  @Header('content-disposition', 'attachment; filename="data.zip"')
  @Header('cache-control', 'no-store')
  async take(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<StreamableFile> {
    const { stream, size } = await this.file.run(ctx, id);
    return new StreamableFile(stream, { type: 'application/zip', length: size });
  }
}
