export interface OutgoingMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl?: string | null;
}

/** The server will not take this mail, today or tomorrow: the address does not exist, or the content is refused. */
export class MailRefused extends Error {
  /** `address`: there is no such mailbox; `mail`: anything else. */
  constructor(
    message: string,
    readonly because: 'address' | 'mail',
  ) {
    super(message);
  }
}

/**
 * Hands one mail over. `sent`: a mail server took it; `kept`: there is no server, it stands in the data directory. Throws
 * MailRefused when trying again is pointless, anything else when it may help. Until `begin` has answered nothing of the mail's content is on its way.
 */
export abstract class Mailer {
  abstract deliver(mail: OutgoingMail, begin: () => Promise<void>): Promise<'sent' | 'kept'>;
}
