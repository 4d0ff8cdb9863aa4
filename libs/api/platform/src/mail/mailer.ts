export interface OutgoingMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands one mail over. `sent`: a mail server took it; `kept`: there is no server, it stands in the data directory. */
export abstract class Mailer {
  abstract deliver(mail: OutgoingMail): Promise<'sent' | 'kept'>;
}
