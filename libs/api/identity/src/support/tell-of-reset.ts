import { Injectable } from '@nestjs/common';
import { Configuration, type Ctx, type MailLayout, Mails, type Tx } from '@lms/api-platform';

interface Told {
  knownAs: string;
  email: string | null;
}

/** Whoever did not ask for it should hear of it at once. */
@Injectable()
export class TellOfReset {
  constructor(
    private readonly mails: Mails,
    private readonly configuration: Configuration,
  ) {}

  async run(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
    const [person]: Told[] = await tx.query(
      `select coalesce(p.known_as, p.given_name) as "knownAs", coalesce((
         select e.work_email from engagement e where e.person_id = p.id and e.work_email is not null
           and (e.ends_on is null or e.ends_on >= $2) order by e.starts_on desc limit 1), p.contact_email) as email
       from person p where p.id = $1`,
      [personId, ctx.today],
    );
    if (!person?.email) return;
    const layout: MailLayout = {
      greeting: `Hello ${person.knownAs},`,
      paragraphs: [
        'An administrator has taken away the app and the passkeys with which you confirm that it is you, and has signed you out everywhere.',
        'When you sign in next, you can set up new ones.',
      ],
      action: { label: 'Sign in', url: `${this.configuration.origin}/sign-in` },
      closing: 'If you did not ask for this, tell the People Team at once.',
    };
    await this.mails.write(tx, ctx.now, {
      ...{ personId, to: person.email, subject: 'Your second step on {brand} was reset' },
      layout,
    });
  }
}
