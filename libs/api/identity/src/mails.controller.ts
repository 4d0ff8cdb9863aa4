import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, Mail, MailPage, MailQuery } from '@lms/contracts';
import type { z } from 'zod';
import { InvitePerson } from './links/invite-person.js';
import { ListMails } from './mails/list-mails.js';
import { SendAgain } from './mails/send-again.js';

@Controller()
export class MailsController {
  constructor(
    private readonly listMails: ListMails,
    private readonly sendAgain: SendAgain,
    private readonly invitePerson: InvitePerson,
  ) {}

  @Get('mails')
  @Access('mail.read')
  @Answers(MailPage)
  mails(@Context() ctx: Ctx, @Query({ schema: MailQuery }) query: MailQuery): Promise<MailPage> {
    return this.listMails.page(ctx, query);
  }

  @Get('mails/:id')
  @Access('mail.read')
  @Answers(Mail)
  mail(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<Mail> {
    return this.listMails.one(ctx, id);
  }

  @Post('mails/:id/send-again')
  @Access('mail.write')
  @Answers('nothing', 202)
  again(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return this.sendAgain.run(ctx, id);
  }

  @Post('people/:id/invitation')
  @Access('people.write')
  @Answers('nothing', 202)
  invite(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return this.invitePerson.run(ctx, id);
  }
}
