import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Transactions } from '../database/transactions.js';
import type { OutgoingMail } from './mailer.js';

/**
 * As long as a delivery can take with every timeout of the mailer used to the full, and less than the queue's own
 * `expireInSeconds`: a job that is given out again because its worker was killed finds the claim ended.
 */
const CLAIM_MS = 40 * 60_000;

interface Standing {
  over: boolean;
  held: boolean;
  /** A worker was killed while it handed a mail for a day over: it may have arrived, and is not sent twice. */
  unsure: boolean;
  late: boolean;
}

/** $1 the mail, $2 now, $3 today. */
const TAKE = `
  select m.id, m.recipient as "to", m.subject, m.text_body as text, m.html_body as html, m.unsubscribe_url as "unsubscribeUrl",
    m.state in ('sent', 'kept') or m.ended_why is not null as over, coalesce(m.claimed_until > $2, false) as held,
    m.good_until is not null and m.handing_over_at is not null as unsure,
    coalesce(m.good_until < $2, false) or not is_for_now(m.id, $3) as late
  from mail m where m.id = $1 for update of m`;
const END = `update mail set state = 'failed', ended_why = $2, claimed_until = null where id = $1`;

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
      const rows: (OutgoingMail & Standing)[] = await tx.query(TAKE, [id, at, this.clock.today()]);
      const [row] = rows;
      if (!row || row.over) return 'done';
      if (row.held) return 'held';
      const { over: _over, held: _held, unsure, late, ...mail } = row;
      if (unsure || late) {
        await tx.query(END, [id, unsure ? 'unsure' : 'late']);
        return 'done';
      }
      await tx.query('update mail set claimed_until = $2 where id = $1', [id, new Date(at.getTime() + CLAIM_MS)]);
      return mail;
    });
  }

  /** Its content is about to leave: who takes it up after a killed worker knows that it may have arrived. */
  async begin(id: string): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, (tx) =>
      tx.query('update mail set handing_over_at = $2 where id = $1', [id, at]),
    );
  }

  /** What became of it. A mail that failed may be taken again, unless it ended. */
  async note(
    id: string,
    state: 'sent' | 'kept' | 'failed',
    error: string | null,
    ended: 'refused' | 'address' | null = null,
  ) {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, (tx) =>
      tx.query(
        `update mail set state = $2, error = $3, attempts = attempts + 1, claimed_until = null, handing_over_at = null,
           ended_why = $5, sent_at = case when $2 = 'failed' then null else $4::timestamptz end where id = $1`,
        [id, state, error?.slice(0, 500) ?? null, at, ended],
      ),
    );
  }
}
