import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import {
  ApartRequest,
  Created,
  DuplicatePage,
  IdParams,
  MergePage,
  MergePair,
  MergePreview,
  MergeQuery,
  MergeRequest,
} from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { FindDuplicates } from '../duplicates/find-duplicates.js';
import { SetApart } from '../duplicates/set-apart.js';
import { ListMerges } from './list-merges.js';
import { MergePeople } from './merge-people.js';
import { UndoMerge } from './undo-merge.js';

type Page = z.infer<typeof MergeQuery>;

/** One human being who was entered twice. */
@Controller()
export class MergesController {
  constructor(
    private readonly duplicates: FindDuplicates,
    private readonly apart: SetApart,
    private readonly mergePeople: MergePeople,
    private readonly list: ListMerges,
    private readonly undo: UndoMerge,
  ) {}

  @Get('duplicates')
  @Access('people.write')
  @Answers(DuplicatePage)
  findDuplicates(@Context() ctx: Ctx, @Query({ schema: MergeQuery }) query: Page): Promise<DuplicatePage> {
    return this.duplicates.run(ctx, query);
  }

  @Post('duplicates/apart')
  @Access('people.write')
  @Answers('nothing')
  setApart(@Context() ctx: Ctx, @Body({ schema: ApartRequest }) body: ApartRequest): Promise<void> {
    return this.apart.run(ctx, body);
  }

  @Get('merges')
  @Access('people.write')
  @Answers(MergePage)
  listMerges(@Context() ctx: Ctx, @Query({ schema: MergeQuery }) query: Page): Promise<MergePage> {
    return this.list.run(ctx, query);
  }

  @Post('merges/preview')
  @Access('people.write')
  @Answers(MergePreview)
  preview(@Context() ctx: Ctx, @Body({ schema: MergePair }) body: MergePair): Promise<MergePreview> {
    return this.mergePeople.preview(ctx, body);
  }

  @Post('merges')
  @Access('people.write')
  @Answers(Created, 201)
  merge(@Context() ctx: Ctx, @Body({ schema: MergeRequest }) body: MergeRequest): Promise<Created> {
    return this.mergePeople.run(ctx, body);
  }

  @Post('merges/:id/undo')
  @Access('people.write')
  @Answers('nothing')
  undoMerge(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return this.undo.run(ctx, id);
  }
}
