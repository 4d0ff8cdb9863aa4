import { Configuration, type MailLayout, Mails, Subscribers, type Tx } from '@lms/api-platform';
import { londonDate } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendInvitation } from './send-invitation.js';

interface Asked {
  knownAs: string;
  organisation: string;
  hasPassword: boolean;
  address: string | null;
}

/** $1 person, $2 organisation, $3 today. */
const ASKED = `
  select coalesce(p.known_as, p.given_name) as "knownAs", o.name as organisation,
    exists (select from password w where w.person_id = any (persons_as(p.id)) and w.pin_until is null) as "hasPassword",
    mailbox_of(p.id, $3) as address
  from person p cross join organisation o where p.id = $1 and o.id = $2 and p.erased_at is null`;

/** Whoever is asked to look after an organisation gets a link that lets them in, or is told when they are in already. */
@Injectable()
export class FollowCoordinators implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly invitation: SendInvitation,
    private readonly mails: Mails,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('coordinator.invited', async (tx, { personId, payload }, at) => {
      const organisationId = payload['organisationId'];
      if (personId && organisationId) await this.tell(tx, { personId, organisationId }, at);
    });
  }

  /** Whom no mail reaches gets a sign-in card by hand. */
  private async tell(
    tx: Tx,
    { personId, organisationId }: { personId: string; organisationId: string },
    at: Date,
  ): Promise<void> {
    const [asked]: Asked[] = await tx.query(ASKED, [personId, organisationId, londonDate(at)]);
    if (!asked?.address) return;
    if (!asked.hasPassword) return this.invitation.run(tx, personId);
    const layout: MailLayout = {
      greeting: `Hello ${asked.knownAs},`,
      paragraphs: [
        `You look after ${asked.organisation} on {brand} from now on: its people and the tiers below it, who is in order and what is due.`,
        'You find it under My organisation, with the account that you have.',
      ],
      action: {
        label: 'Open my organisation',
        url: `${this.configuration.origin}/crew?organisation=${organisationId}`,
      },
      closing: 'If you did not expect this, tell the People Team.',
    };
    const subject = `You look after ${asked.organisation} on {brand}`;
    await this.mails.write(tx, at, { personId, to: asked.address, subject, layout });
  }
}
