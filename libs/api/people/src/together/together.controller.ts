import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { ApplyBulkChangeRequest, BulkChanged, BulkChangeRequest, BulkPreview } from '@lms/contracts';
import { Body, Controller, Post } from '@nestjs/common';
import { ChangeTogether } from './change-together.js';
import { PreviewTogether } from './preview-together.js';

/** One change to many people at once. */
@Controller('people/bulk-changes')
export class TogetherController {
  constructor(
    private readonly look: PreviewTogether,
    private readonly change: ChangeTogether,
  ) {}

  @Post('preview')
  @Access('people.write')
  @Answers(BulkPreview)
  previewBulkChange(
    @Context() ctx: Ctx,
    @Body({ schema: BulkChangeRequest }) body: BulkChangeRequest,
  ): Promise<BulkPreview> {
    return this.look.run(ctx, body);
  }

  @Post()
  @Access('people.write')
  @Answers(BulkChanged)
  applyBulkChange(
    @Context() ctx: Ctx,
    @Body({ schema: ApplyBulkChangeRequest }) body: ApplyBulkChangeRequest,
  ): Promise<BulkChanged> {
    return this.change.run(ctx, body);
  }
}
