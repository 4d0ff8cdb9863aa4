import { Audit, changeOf, type Ctx, Invalid, Outbox, Transactions, type Tx } from '@lms/api-platform';
import type { AddPersonRequest, Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { WriteEngagement } from '../engagements/write-engagement.js';
import { PersonEntity } from './person.entity.js';

/** A new starter: the person and their first engagement, at once or not at all. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly engagements: WriteEngagement,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, request: AddPersonRequest): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertCanSignIn(tx, request);
      await tx.insert(PersonEntity, { id, version: 1, createdAt: ctx.now, ...request.person });
      await this.audit.append(tx, ctx, { action: 'person.add', targetType: 'person', targetId: id });
      const engagementId = await this.engagements.add(tx, ctx, id, request.engagement, 'engagement.');
      const payload: Record<string, string> = { engagementId, invite: request.invite ? 'yes' : 'no' };
      if (request.signInName) payload['signInName'] = request.signInName;
      await this.outbox.append(tx, ctx.now, { type: 'person.added', personId: id, payload });
    });
    return { id };
  }
}

/** Names are unique, and an invitation needs somewhere to go: said now, to the person who is typing. */
async function assertCanSignIn(tx: Tx, request: AddPersonRequest): Promise<void> {
  const email = request.engagement.workEmail ?? request.person.contactEmail;
  const name = request.signInName ?? email;
  if (request.invite && !email) {
    throw new Invalid([
      { path: 'person.contactEmail', message: 'An invitation needs an e-mail address here or at work' },
    ]);
  }
  if (!name) return;
  const taken: unknown[] = await tx.query('select from sign_in_name where lower(name) = lower($1)', [name]);
  if (taken.length > 0) throw new Invalid([{ path: 'signInName', message: `Somebody signs in as ${name} already` }]);
}
