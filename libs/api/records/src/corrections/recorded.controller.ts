import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CompletionEntry, CompletionParams, Recorded, RecordedQuery } from '@lms/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { GetEntry } from './get-entry.js';
import { ListRecorded } from './list-recorded.js';

/** What somebody recorded, to be looked at again. */
@Controller()
export class RecordedController {
  constructor(
    private readonly listRecorded: ListRecorded,
    private readonly getEntry: GetEntry,
  ) {}

  @Get('my/recorded')
  @Access('record.write')
  @Answers(Recorded)
  list(@Context() ctx: Ctx, @Query({ schema: RecordedQuery }) query: RecordedQuery): Promise<Recorded> {
    return this.listRecorded.run(ctx, query);
  }

  @Get('people/:id/completions/:seq')
  @Access('record.write')
  @Answers(CompletionEntry)
  entry(
    @Context() ctx: Ctx,
    @Param({ schema: CompletionParams }) { id, seq }: CompletionParams,
  ): Promise<CompletionEntry> {
    return this.getEntry.run(ctx, id, seq);
  }
}
