import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Configuration, type MailLayout, Mails, Subscribers, type Tx } from '@lms/api-platform';
import { SignInNames } from './sign-in-names.js';

interface Known {
  knownAs: string;
  organisation: string | null;
}

/** Whoever changes employer or comes back can go on signing in to the same account, and is told how. */
@Injectable()
export class FollowNames implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly names: SignInNames,
    private readonly mails: Mails,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    for (const type of ['engagement.saved', 'person.saved'] as const) {
      this.subscribers.on(type, async (tx, { personId }, at) => {
        const name = personId ? await this.names.keepUp(tx, personId, at) : null;
        if (personId && name) await this.tell(tx, personId, name, at);
      });
    }
  }

  /** Who has not chosen a password yet is told by the invitation. */
  private async tell(tx: Tx, personId: string, name: string, at: Date): Promise<void> {
    const [known]: Known[] = await tx.query(
      `select coalesce(p.known_as, p.given_name) as "knownAs", (
         select o.name from engagement e join organisation o on o.id = e.organisation_id
         where e.person_id = p.id order by e.starts_on desc limit 1) as organisation
       from person p where p.id = $1 and exists (select from password w where w.person_id = any (persons_as(p.id)))`,
      [personId],
    );
    if (!known) return;
    const layout: MailLayout = {
      greeting: `Hello ${known.knownAs},`,
      paragraphs: [
        `${known.organisation ?? 'The Alliance'} has a place for you on {brand}. Your training record has come along: it is the account that you had.`,
        `You can sign in as ${name} now, with the password that you have. If you do not remember it, ask for a new one where you sign in.`,
      ],
      action: { label: 'Sign in', url: `${this.configuration.origin}/sign-in` },
      closing: 'If you did not expect this, you can leave it alone.',
    };
    await this.mails.write(tx, at, { personId, to: name, subject: 'Your new sign-in name on {brand}', layout });
  }
}
