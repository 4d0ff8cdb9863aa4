import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import { Created, IdParams, MatrixViews, SaveMatrixView } from '@lms/contracts';
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { ReadViews } from './read-views.js';
import { WriteViews } from './write-views.js';

type ById = z.infer<typeof IdParams>;

@Controller('matrix/views')
export class ViewsController {
  constructor(
    private readonly read: ReadViews,
    private readonly write: WriteViews,
  ) {}

  @Get()
  @Access('record.read')
  @Answers(MatrixViews)
  list(@Context() ctx: Ctx): Promise<MatrixViews> {
    return this.read.run(ctx);
  }

  @Post()
  @Access('record.read')
  @Answers(Created, 201)
  add(@Context() ctx: Ctx, @Body({ schema: SaveMatrixView }) body: SaveMatrixView): Promise<Created> {
    return this.write.add(ctx, body);
  }

  @Put(':id')
  @Access('record.read')
  @Answers('nothing')
  save(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @IfMatch() seen: number,
    @Body({ schema: SaveMatrixView }) body: SaveMatrixView,
  ): Promise<void> {
    return this.write.save(ctx, id, seen, body);
  }

  @Delete(':id')
  @Access('record.read')
  @Answers('nothing')
  remove(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: ById): Promise<void> {
    return this.write.remove(ctx, id);
  }
}
