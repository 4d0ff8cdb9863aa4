import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit, changeOf, type Ctx, NotFound, oneInScopeSql, Sql, Subscribers, Transactions } from '@lms/api-platform';
import { SendInvitation } from './send-invitation.js';
import { SignInNames } from './sign-in-names.js';

/** Invites by hand, and by itself when a person was added with "invite now". */
@Injectable()
export class InvitePerson implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly sendInvitation: SendInvitation,
    private readonly names: SignInNames,
    private readonly subscribers: Subscribers,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('person.added', async (tx, { personId, payload }, at) => {
      if (!personId) return;
      await this.names.ensure(tx, personId, at, payload['signInName'] ?? null);
      if (payload['invite'] === 'yes') await this.sendInvitation.run(tx, personId);
    });
  }

  async run(ctx: Ctx, personId: string): Promise<void> {
    const seen = await this.sql.row(
      'invite-in-scope',
      `select from person p where p.id = $1 and ${oneInScopeSql('p.id', '$2', '$3')}`,
      [personId, ctx.actor.personId, ctx.today],
    );
    if (!seen) throw new NotFound();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await this.sendInvitation.run(tx, personId);
      await this.audit.append(tx, ctx, { action: 'person.invite', targetType: 'person', targetId: personId });
    });
  }
}
