import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Transactions } from '../database/transactions.js';
import type { OutgoingMail } from './mailer.js';

/**
 * As long as a delivery can take with every timeout of the mailer used to the full, and less than the queue's own
 * `expireInSeconds`: a job that is given out again because its worker was killed finds the claim ended.
 */
const CLAIM_MS = 40 * 60_000;

/** One worker hands a mail over at a time, however often the queue gives it out. */
@Injectable()
export class MailClaim {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** `done`: there is nothing to send any more. `held`: another worker has it in hand. */
  take(id: string): Promise<OutgoingMail | 'done' | 'held'> {
    const at = this.clock.now();
    return this.transactions.run({ actorId: null, at }, async (tx) => {
      const rows: (OutgoingMail & { state: string; held: boolean })[] = await tx.query(
        `select id, recipient as "to", subject, text_body as text, html_body as html, unsubscribe_url as "unsubscribeUrl",
           state, coalesce(claimed_until > $2, false) as held
         from mail where id = $1 for update`,
        [id, at],
      );
      const [row] = rows;
      if (!row || row.state === 'sent' || row.state === 'kept') return 'done';
      if (row.held) return 'held';
      const { state: _state, held: _held, ...mail } = row;
      await tx.query('update mail set claimed_until = $2 where id = $1', [id, new Date(at.getTime() + CLAIM_MS)]);
      return mail;
    });
  }

  /** What became of it. A mail that failed may be taken again. */
  async note(id: string, state: 'sent' | 'kept' | 'failed', error: string | null): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, (tx) =>
      tx.query(
        `update mail set state = $2, error = $3, attempts = attempts + 1, claimed_until = null,
           sent_at = case when $2 = 'failed' then null else $4::timestamptz end where id = $1`,
        [id, state, error?.slice(0, 500) ?? null, at],
      ),
    );
  }
}
