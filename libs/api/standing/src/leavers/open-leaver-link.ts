import { Clock, type Ctx, ProblemError, Sql, Transactions } from '@lms/api-platform';
import type { LeaverRecord, PersonRecord } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetPersonRecord } from '../record/get-person-record.js';
import { OPENED } from './leaver.sql.js';
import { LeaverLimits } from './leaver-limits.js';
import { hashOf } from './send-leaver-links.js';

type Opened = LeaverRecord & { linkId: string; personId: string };

class LeaverLinkNotValid extends ProblemError {
  constructor() {
    super(404, 'link-not-valid', 'This link has ended. Ask the People Team where you worked for another one.');
  }
}

/** Opens a leaver's link, without sign-in: whoever holds it reads that one person's record and nothing else. */
@Injectable()
export class OpenLeaverLink {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly limits: LeaverLimits,
    private readonly record: GetPersonRecord,
  ) {}

  async look(token: string, address: string): Promise<LeaverRecord> {
    const { name, lastDay, endsOn, completions } = await this.open(token, address);
    return { name, lastDay, endsOn, completions };
  }

  /** The record as its person sees it, who has no sign-in any more. */
  async recordOf(token: string, address: string): Promise<{ record: PersonRecord; at: Date }> {
    const { personId } = await this.open(token, address);
    const now = this.clock.now();
    const ctx: Ctx = {
      actor: { personId, sessionId: '', permissions: new Set(), via: 'bearer' },
      today: this.clock.today(),
      now,
      requestId: '',
    };
    return { record: await this.record.parsed(ctx, personId), at: now };
  }

  private async open(token: string, address: string): Promise<Opened> {
    await this.limits.count(address);
    const found = await this.sql.row<Opened>('leaver-link', OPENED, [hashOf(token), this.clock.today()]);
    if (!found) throw new LeaverLinkNotValid();
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, (tx) =>
      tx.query('update leaver_link set opened_at = $2 where id = $1 and opened_at is null', [found.linkId, at]),
    );
    return found;
  }
}
