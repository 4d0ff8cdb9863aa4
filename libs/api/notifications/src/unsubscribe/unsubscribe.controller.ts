import { Access, Answers } from '@lms/api-platform';
import { UnsubscribeInfo, UnsubscribeQuery } from '@lms/contracts';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { StopMails } from './stop-mails.js';

/** Without sign-in: whoever has the link of a mail can end what is not needed. Looking ends nothing, as robots look too. */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly stopMails: StopMails) {}

  @Get()
  @Access('public')
  @Answers(UnsubscribeInfo)
  look(@Query({ schema: UnsubscribeQuery }) { token }: UnsubscribeQuery): Promise<UnsubscribeInfo> {
    return this.stopMails.look(token);
  }

  /** The page's button, and a mail program's own (RFC 8058). Twice is once. */
  @Post()
  @Access('public')
  @Answers('nothing')
  stop(@Query({ schema: UnsubscribeQuery }) { token }: UnsubscribeQuery): Promise<void> {
    return this.stopMails.run(token);
  }
}
