import { Audit, changeOf, Conflict, type Ctx, Jobs, NotFound, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

interface Row {
  state: string;
  /** It was for a day, and that is over. */
  late: boolean;
  held: boolean;
}

/** $1 the mail, $2 now. */
const FIND = `
  select state, ended_why = 'late' or good_until <= $2 as late, claimed_until > $2 as held from mail where id = $1 for update`;
/**
 * $1 the mail, $2 today. A digest goes to the address that its reader has now; whatever may hold a link that lets in goes to
 * the address that it was made for, and to no other.
 */
const WAIT = `
  update mail set state = 'waiting', ended_why = null, handing_over_at = null,
    recipient = case when good_until is null then recipient else coalesce(mail_address(person_id, $2), recipient) end
  where id = $1`;

/** Has a mail sent once more that the server refused, or gave up on. */
@Injectable()
export class SendAgain {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  /** Twice is once, while it waits. Conflict: `mail-sent`, `mail-late`. */
  run(ctx: Ctx, id: string): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const [row]: Row[] = await tx.query(FIND, [id, ctx.now]);
      if (!row) throw new NotFound();
      if (row.state === 'waiting' || (row.state === 'failed' && row.held)) return;
      if (row.state !== 'failed') throw new Conflict('mail-sent', 'This mail was sent.');
      if (row.late)
        throw new Conflict('mail-late', 'This mail was for its day. What is still due is told in a later one.');
      await this.wait(tx, ctx, id);
    });
  }

  private async wait(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    await tx.query(WAIT, [id, ctx.today]);
    await this.jobs.send(tx, 'send-mail', { id });
    await this.audit.append(tx, ctx, { action: 'mail.send-again', targetType: 'mail', targetId: id });
  }
}
