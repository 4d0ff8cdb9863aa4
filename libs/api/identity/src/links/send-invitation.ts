import { Injectable } from '@nestjs/common';
import { Clock, Invalid, type MailLayout, Mails, type Tx } from '@lms/api-platform';
import { londonDate } from '@lms/domain';
import { OneTimeLinks } from './one-time-links.js';
import { SignInNames } from './sign-in-names.js';

interface Invited {
  knownAs: string;
  email: string | null;
  organisation: string | null;
}

/** Mails a new starter the link with which they choose their password. */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly names: SignInNames,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, personId: string, chosenName?: string | null): Promise<void> {
    const now = this.clock.now();
    const signInName = await this.names.ensure(tx, personId, now, chosenName);
    const [person]: Invited[] = await tx.query(
      `select coalesce(p.known_as, p.given_name) as "knownAs", mailbox_of(p.id, $2) as email, o.name as organisation
       from person p
       left join lateral (select * from engagement e where e.person_id = p.id order by e.starts_on desc limit 1) e on true
       left join organisation o on o.id = e.organisation_id
       where p.id = $1`,
      [personId, londonDate(now)],
    );
    if (!person?.email || !signInName) {
      throw new Invalid([{ path: 'contactEmail', message: 'There is no e-mail address to send the invitation to' }]);
    }
    const { url } = await this.links.make(tx, personId, 'invitation');
    const layout: MailLayout = {
      greeting: `Welcome, ${person.knownAs}.`,
      paragraphs: [
        `${person.organisation ?? 'The Alliance'} has made a place for you on {brand}, where your onboarding and your training record are kept.`,
        `Your sign-in name is ${signInName}. Choose a password to begin; it takes a minute, and a phone is enough.`,
      ],
      action: { label: 'Choose your password', url },
      closing: 'The link works once, for 14 days. If you did not expect this, you can leave it alone.',
    };
    await this.mails.write(tx, now, { personId, to: person.email, subject: 'Your place on {brand}', layout });
  }
}
