import { Audit, changeOf, type Ctx, Invalid, NotFound, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { LeaverLink } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { LINK_OF } from './leaver.sql.js';
import { SendLeaverLinks } from './send-leaver-links.js';

/** What the People Team does with the link of somebody who has left: sees it, sends another one, ends it. */
@Injectable()
export class LeaverLinks {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly links: SendLeaverLinks,
  ) {}

  async get(ctx: Ctx, personId: string): Promise<LeaverLink> {
    const found = await this.sql.row<LeaverLink>('leaver-link-of', LINK_OF, [personId, ctx.today, ctx.actor.personId]);
    if (!found) throw new NotFound();
    return found;
  }

  async send(ctx: Ctx, personId: string): Promise<LeaverLink> {
    await this.get(ctx, personId);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      if ((await this.links.send(tx, ctx.now, personId)) === 0) {
        throw new Invalid([
          {
            path: 'personId',
            message: 'A link goes to people who have left within 30 days and have a contact e-mail.',
          },
        ]);
      }
      await this.say(tx, ctx, personId, 'leaver-link.sent');
    });
    return this.get(ctx, personId);
  }

  /** Ended twice is ended once. */
  async revoke(ctx: Ctx, personId: string): Promise<void> {
    await this.get(ctx, personId);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [ended]: [unknown[], number] = await tx.query(
        'update leaver_link set revoked_at = $2, revoked_by = $3 where person_id = $1 and revoked_at is null returning id',
        [personId, ctx.now, ctx.actor.personId],
      );
      if (ended.length > 0) await this.say(tx, ctx, personId, 'leaver-link.revoked');
    });
  }

  private say(tx: Tx, ctx: Ctx, personId: string, action: string): Promise<void> {
    return this.audit.append(tx, ctx, { action, targetType: 'person', targetId: personId, detail: {} });
  }
}
