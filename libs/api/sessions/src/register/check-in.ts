import { Audit, changeOf, Conflict, type Ctx, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { CheckedIn, CheckInRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertSessionSeen } from '../shared/assert-seen.js';
import { lockSession } from '../shared/lock-session.js';
import { assertCheckInOpen, CheckInCodes } from './check-in-codes.js';
import { comeIn } from './come-in.js';
import { sign } from './sign.js';

/** So many wrong codes for one session, and the trainer's device is the way. */
const MOST_WRONG = 10;

const TRIED = 'select times from session_wrong_code where session_id = $1 and person_id = $2';
const WRONG = `
  insert into session_wrong_code as w (session_id, person_id, times) values ($1, $2, 1)
  on conflict (session_id, person_id) do update set times = w.times + 1`;

/** Somebody signs themselves in with what the trainer's screen shows. */
@Injectable()
export class CheckIn {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly codes: CheckInCodes,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, id: string, { code }: CheckInRequest): Promise<CheckedIn> {
    await assertSessionSeen(this.sql, ctx, id);
    // A wrong code is kept, so it is said after the transaction.
    const signed = await this.transactions.run(changeOf(ctx), (tx) => this.signIn(tx, ctx, id, code));
    if (!signed) throw new Conflict('wrong-code', 'This is not the code on the screen. Look again, it changes.');
    return signed;
  }

  private async signIn(tx: Tx, ctx: Ctx, id: string, code: string): Promise<CheckedIn | null> {
    const personId = ctx.actor.personId;
    assertCheckInOpen(await lockSession(tx, ctx, id), ctx.now);
    const [tried]: { times: number }[] = await tx.query(TRIED, [id, personId]);
    if ((tried?.times ?? 0) >= MOST_WRONG)
      throw new Conflict('too-many-codes', 'Too many wrong codes. Sign on the trainer’s device.');
    if (!this.codes.counts(id, code, ctx.now)) {
      await tx.query(WRONG, [id, personId]);
      return null;
    }
    const { bookingId, walkIn } = await comeIn(tx, ctx, id, personId);
    const at = await sign(tx, ctx, { bookingId, how: 'code', name: '', drawing: null });
    await this.audit.append(tx, ctx, {
      ...{ action: 'booking.check-in', targetType: 'session booking', targetId: bookingId },
      detail: { personId, walkIn },
    });
    return { bookingId, at: at.toISOString(), walkIn };
  }
}
