import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { IdParams, Mail, MailPage, PageQuery } from '@lms/contracts';
import type { z } from 'zod';
import { InvitePerson } from './links/invite-person.js';
import { ListMails } from './mails/list-mails.js';

@Controller()
export class MailsController {
  constructor(
    private readonly listMails: ListMails,
    private readonly invitePerson: InvitePerson,
  ) {}

  @Get('mails')
  @Access('mail.read')
  @Answers(MailPage)
  mails(@Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>): Promise<MailPage> {
    return this.listMails.page(query);
  }

  @Get('mails/:id')
  @Access('mail.read')
  @Answers(Mail)
  mail(@Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<Mail> {
    return this.listMails.one(id);
  }

  @Post('people/:id/invitation')
  @Access('people.write')
  @Answers('nothing', 202)
  invite(@Context() ctx: Ctx, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return this.invitePerson.run(ctx, id);
  }
}
