import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Access, Answers, Brands, changeOf, Context, type Ctx, Early, NotFound, Transactions } from '@lms/api-platform';
import { AcceptPrivacyNoticeRequest, IdParams, Impersonations, Me, PrivacyNotice, Sessions } from '@lms/contracts';
import type { z } from 'zod';
import { ListImpersonations } from './impersonation/list-impersonations.js';
import { AcceptPrivacyNotice } from './me/accept-privacy-notice.js';
import { GetMe } from './me/get-me.js';
import { PRIVACY_NOTICE } from './me/privacy-notice.js';
import { EndSessions } from './sessions/end-sessions.js';
import { ListSessions } from './sessions/list-sessions.js';

@Controller()
export class MeController {
  constructor(
    private readonly getMe: GetMe,
    private readonly acceptNotice: AcceptPrivacyNotice,
    private readonly listSessions: ListSessions,
    private readonly listImpersonations: ListImpersonations,
    private readonly endSessions: EndSessions,
    private readonly transactions: Transactions,
    private readonly brands: Brands,
  ) {}

  @Get('me')
  @Early()
  @Access('self')
  @Answers(Me)
  me(@Context() ctx: Ctx): Promise<Me> {
    return this.getMe.run(ctx.actor, ctx.actor.impersonation);
  }

  @Get('privacy-notice')
  @Access('public')
  @Answers(PrivacyNotice)
  async notice(): Promise<PrivacyNotice> {
    const { name } = await this.brands.current();
    return { ...PRIVACY_NOTICE, title: PRIVACY_NOTICE.title.replace('{brand}', () => name) };
  }

  @Post('me/privacy-notice')
  @Access('self')
  @Answers('nothing')
  accept(
    @Context() ctx: Ctx,
    @Body({ schema: AcceptPrivacyNoticeRequest }) body: z.infer<typeof AcceptPrivacyNoticeRequest>,
  ): Promise<void> {
    return this.acceptNotice.run(ctx, body.version);
  }

  @Get('me/impersonations')
  @Access('self')
  @Answers(Impersonations)
  impersonations(@Context() ctx: Ctx): Promise<Impersonations> {
    return this.listImpersonations.run(ctx);
  }

  @Get('me/sessions')
  @Access('self')
  @Answers(Sessions)
  sessions(@Context() ctx: Ctx): Promise<Sessions> {
    return this.listSessions.run(ctx);
  }

  @Delete('me/sessions/:id')
  @Access('self')
  @Answers('nothing')
  async end(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    const ended = await this.transactions.run(changeOf(ctx), (tx) =>
      this.endSessions.one(tx, ctx.actor.personId, id, 'ended-by-hand'),
    );
    if (!ended) throw new NotFound();
  }
}
