import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.js';
import { MailClaim } from './mail-claim.js';
import { Mailer, MailRefused } from './mailer.js';

/** How often, and how long after one another, a delivered mail is tried to be noted. */
const NOTE_AGAIN_MS = [200, 1_000, 5_000];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Delivers one mail of the log and notes what became of it. Between the server's word that it has the mail and that note
 * lies the one moment in which a killed worker leaves us not knowing; docs/decisions/0070-reminders.md.
 */
@Injectable()
export class SendMailJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly claim: MailClaim,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('send-mail', ({ id }) => this.send(id));
  }

  async send(id: string): Promise<void> {
    const mail = await this.claim.take(id);
    if (mail === 'done') return;
    if (mail === 'held') throw new Error('Another worker is sending this mail');
    let state: 'sent' | 'kept';
    try {
      state = await this.mailer.deliver(mail, () => this.claim.begin(id));
    } catch (error) {
      const ended = error instanceof MailRefused ? (error.because === 'address' ? 'address' : 'refused') : null;
      await this.claim.note(id, 'failed', messageOf(error), ended);
      if (ended) return;
      throw error;
    }
    await this.noteDelivered(id, state);
  }

  /** A database that is away for a second does not make a delivered mail go out again. */
  private async noteDelivered(id: string, state: 'sent' | 'kept'): Promise<void> {
    for (const pause of NOTE_AGAIN_MS) {
      try {
        return await this.claim.note(id, state, null);
      } catch {
        await wait(pause);
      }
    }
    await this.claim.note(id, state, null);
  }
}
