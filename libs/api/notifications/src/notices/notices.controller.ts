import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, NoticePage, NoticeQuery, ReadNoticesRequest, UnreadNotices } from '@lms/contracts';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Notices } from './notices.js';

@Controller('my/notices')
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @Access('self')
  @Answers(NoticePage)
  list(@Context() ctx: Ctx, @Query({ schema: NoticeQuery }) query: NoticeQuery): Promise<NoticePage> {
    return this.notices.list(ctx, query);
  }

  @Get('unread')
  @Access('self')
  @Answers(UnreadNotices)
  async unread(@Context() ctx: Ctx): Promise<UnreadNotices> {
    return { count: await this.notices.unread(ctx) };
  }

  @Put('read')
  @Access('self')
  @Answers('nothing')
  readUpTo(@Context() ctx: Ctx, @Body({ schema: ReadNoticesRequest }) { upTo }: ReadNoticesRequest): Promise<void> {
    return this.notices.readUpTo(ctx, upTo);
  }

  @Put(':id/read')
  @Access('self')
  @Answers('nothing')
  read(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return this.notices.read(ctx, id);
  }
}
