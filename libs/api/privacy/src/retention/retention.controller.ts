import { Access, Answers, Context, type Ctx, IfMatch } from '@lms/api-platform';
import { DuePage, DueQuery, RetentionParams, RetentionSettings as Settings, SaveRetention } from '@lms/contracts';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { ListDue } from './list-due.js';
import { RetentionSettings } from './retention-settings.js';

@Controller('retention')
export class RetentionController {
  constructor(
    private readonly settings: RetentionSettings,
    private readonly due: ListDue,
  ) {}

  /** Everybody may know how long what is kept. */
  @Get()
  @Access('self')
  @Answers(Settings)
  list(): Promise<Settings> {
    return this.settings.list();
  }

  @Get('due')
  @Access('privacy.read')
  @Answers(DuePage)
  listDue(@Context() ctx: Ctx, @Query({ schema: DueQuery }) query: DueQuery): Promise<DuePage> {
    return this.due.run(ctx, query);
  }

  @Put(':kind')
  @Access('settings.write')
  @Answers('nothing')
  save(
    @Context() ctx: Ctx,
    @Param({ schema: RetentionParams }) { kind }: z.infer<typeof RetentionParams>,
    @IfMatch() seen: number,
    @Body({ schema: SaveRetention }) { period }: SaveRetention,
  ): Promise<void> {
    return this.settings.save(ctx, kind, seen, period);
  }
}
