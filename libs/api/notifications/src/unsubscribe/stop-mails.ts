import { Clock, NotFound } from '@lms/api-platform';
import type { UnsubscribeInfo } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ReminderChoices } from '../preferences/reminder-choices.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

@Injectable()
export class StopMails {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly choices: ReminderChoices,
    private readonly clock: Clock,
  ) {}

  /** NotFound for a link that we did not make. */
  async look(token: string): Promise<UnsubscribeInfo> {
    return { topics: await this.choices.topics(this.personOf(token)) };
  }

  async run(token: string): Promise<void> {
    await this.choices.stopAll(this.personOf(token), this.clock.now());
  }

  private personOf(token: string): string {
    const personId = this.links.personOf(token);
    if (personId === null) throw new NotFound();
    return personId;
  }
}
