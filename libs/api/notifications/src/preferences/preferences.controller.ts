import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { ReminderChoices as Choices, ReminderTopicParams, ReminderTopicRequest } from '@lms/contracts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { ReminderChoices } from './reminder-choices.js';

@Controller('my/reminders')
export class PreferencesController {
  constructor(private readonly choices: ReminderChoices) {}

  @Get()
  @Access('self')
  @Answers(Choices)
  mine(@Context() ctx: Ctx): Promise<Choices> {
    return this.choices.of(ctx);
  }

  @Put(':topic')
  @Access('self')
  @Answers('nothing')
  choose(
    @Context() ctx: Ctx,
    @Param({ schema: ReminderTopicParams }) { topic }: z.infer<typeof ReminderTopicParams>,
    @Body({ schema: ReminderTopicRequest }) { mail }: ReminderTopicRequest,
  ): Promise<void> {
    return this.choices.choose(ctx, topic, mail);
  }
}
