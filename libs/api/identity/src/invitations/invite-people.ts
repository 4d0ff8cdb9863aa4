import { Audit, changeOf, Conflict, type Ctx, Outbox, Subscribers, Transactions } from '@lms/api-platform';
import type { ApplyInvitesRequest, InvitePeopleRequest, InvitePreview, PeopleInvited } from '@lms/contracts';
import { londonDate } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendInvitation } from '../links/send-invitation.js';
import { planInvites } from './plan-invites.js';

/** Whether there is still a mail to send: no password of their own meanwhile, and an address. $1 person, $2 today. */
const STILL = `
  select from person p where p.id = $1 and p.erased_at is null and mailbox_of(p.id, $2) is not null
    and not exists (select from password w where w.person_id = any (persons_as(p.id)) and w.pin_until is null)`;

/** Invites many by mail exactly as previewed. Each mail is written by itself afterwards, so that none waits for another. */
@Injectable()
export class InvitePeople implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly subscribers: Subscribers,
    private readonly invitation: SendInvitation,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('person.invited', async (tx, { personId }, at) => {
      if (!personId) return;
      const still: unknown[] = await tx.query(STILL, [personId, londonDate(at)]);
      if (still.length > 0) await this.invitation.run(tx, personId);
    });
  }

  preview(ctx: Ctx, request: InvitePeopleRequest): Promise<InvitePreview> {
    return this.transactions.run(changeOf(ctx), (tx) => planInvites(tx, ctx, request));
  }

  run(ctx: Ctx, { facts, ...request }: ApplyInvitesRequest): Promise<PeopleInvited> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      // Two who invite the same people wait for each other.
      await tx.query('select from person where id = any ($1) order by id for update', [request.personIds]);
      const plan = await planInvites(tx, ctx, request);
      if (plan.facts !== facts) throw changedMeanwhile();
      if (plan.mails.length === 0) return { invited: 0 };
      const personIds = plan.mails.map(({ personId }) => personId);
      await this.outbox.appendMany(
        tx,
        ctx.now,
        personIds.map((personId) => ({ type: 'person.invited', personId, payload: { personId } })),
      );
      await this.audit.append(tx, ctx, { action: 'person.invite-together', detail: { personIds } });
      return { invited: personIds.length };
    });
  }
}

const changedMeanwhile = (): Conflict =>
  new Conflict('facts-changed', 'Somebody was let in meanwhile. Nobody was invited; look again.');
