import { Controller, Get, Header, Param } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, RecordFile } from '@lms/contracts';
import { GetRecordFile } from './record-file.js';

@Controller()
export class RecordFileController {
  constructor(private readonly recordFile: GetRecordFile) {}

  @Get('my/record.json')
  @Access('self')
  @Answers(RecordFile)
  @Header('content-disposition', 'attachment; filename="record.json"')
  mine(@Context() ctx: Ctx): Promise<RecordFile> {
    return this.recordFile.run(ctx, ctx.actor.personId);
  }

  /** Of oneself too: the chain of an entry that was merged into one's own. The read says whom one sees. */
  @Get('people/:id/record.json')
  @Access('self')
  @Answers(RecordFile)
  @Header('content-disposition', 'attachment; filename="record.json"')
  ofPerson(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<RecordFile> {
    return this.recordFile.run(ctx, id);
  }
}
