import { Audit, changeOf, Conflict, type Ctx, Jobs, ListKinds, Transactions, type Tx } from '@lms/api-platform';
import type { AskListFile as Asked, Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

/** Of one person at a time. */
const MOST_OPEN = 5;

/** Asks for a list as a file, as it is shown; a job makes it. */
@Injectable()
export class AskListFile {
  constructor(
    private readonly kinds: ListKinds,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** Forbidden for who may not see the list, Invalid for filters that it has not, Conflict `too-many` while others are made. */
  async run(ctx: Ctx, { list, format, filters }: Asked): Promise<Created> {
    this.kinds.allowed(ctx.actor, list).check(filters, ctx.now);
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertFew(tx, ctx);
      await tx.query(
        'insert into list_file (id, person_id, list, format, filters, asked_at) values ($1, $2, $3, $4, $5, $6)',
        [id, ctx.actor.personId, list, format, filters, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        ...{ action: 'list.export', targetType: 'list file', targetId: id },
        detail: { list, format, filters },
      });
      await this.jobs.send(tx, 'make-list-file', { id });
    });
    return { id };
  }
}

async function assertFew(tx: Tx, { actor }: Ctx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4801))', [actor.personId]);
  const [open]: { n: number }[] = await tx.query(
    `select count(*)::int as n from list_file where person_id = $1 and state in ('waiting', 'making') and schedule_run_id is null`,
    [actor.personId],
  );
  if ((open?.n ?? 0) >= MOST_OPEN)
    throw new Conflict('too-many', 'Several files are being made for you already. Wait until one of them is there.');
}
