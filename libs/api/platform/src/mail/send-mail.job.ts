import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Transactions } from '../database/transactions.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Mailer, type OutgoingMail } from './mailer.js';

/** Delivers one mail of the log and notes what became of it. */
@Injectable()
export class SendMailJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('send-mail', ({ id }) => this.send(id));
  }

  async send(id: string): Promise<void> {
    const mail = await this.sql.row<OutgoingMail>(
      'mail-to-send',
      `select id, recipient as "to", subject, text_body as text, html_body as html from mail where id = $1 and state in ('waiting', 'failed')`,
      [id],
    );
    if (!mail) return;
    try {
      const state = await this.mailer.deliver(mail);
      await this.note(id, state, null);
    } catch (error) {
      await this.note(id, 'failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  private async note(id: string, state: 'sent' | 'kept' | 'failed', error: string | null): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, (tx) =>
      tx.query(
        `update mail set state = $2, error = $3, attempts = attempts + 1, sent_at = case when $2 = 'failed' then null else $4::timestamptz end where id = $1`,
        [id, state, error?.slice(0, 500) ?? null, at],
      ),
    );
  }
}
