import { Audit, changeOf, Conflict, type Ctx, Jobs, Transactions, type Tx, violates } from '@lms/api-platform';
import type { Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { personOf } from '../shared/person.js';

/** More in a day would be a program. */
const MOST_A_DAY = 5;
const DAY_MS = 86_400_000;

/** Asks for everything that is known of a person, as one file; a job makes it. */
@Injectable()
export class AskForData {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** One's own needs no reason. Conflict `being-made` while one is made, `too-many` on a busy day. */
  async run(ctx: Ctx, id: string, reason: string): Promise<Created> {
    const requestId = uuid();
    try {
      await this.transactions.run(changeOf(ctx), async (tx) => {
        const { personId } = await personOf(tx, id);
        await assertFew(tx, ctx);
        await tx.query(
          'insert into data_request (id, person_id, asked_by, reason, asked_at) values ($1, $2, $3, $4, $5)',
          [requestId, personId, ctx.actor.personId, reason, ctx.now],
        );
        const target = { targetType: 'person', targetId: personId };
        await this.audit.append(tx, ctx, { action: 'data.ask', ...target, detail: { requestId } });
        await this.jobs.send(tx, 'make-data-file', { id: requestId });
      });
    } catch (error) {
      if (!violates(error, 'data_request_open_key')) throw error;
      throw new Conflict('being-made', 'This file is being made already. You are told when it is there.');
    }
    return { id: requestId };
  }
}

async function assertFew(tx: Tx, ctx: Ctx): Promise<void> {
  const since = new Date(ctx.now.getTime() - DAY_MS);
  const [asked]: { n: number }[] = await tx.query(
    'select count(*)::int as n from data_request where asked_by = $1 and person_id = $1 and asked_at > $2',
    [ctx.actor.personId, since],
  );
  if ((asked?.n ?? 0) >= MOST_A_DAY) throw new Conflict('too-many', 'That is a lot for one day. Go on tomorrow.');
}
