import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  source: string;
}

/** A real SMTP server on the loopback address that keeps what it gets. */
export interface MailServer {
  url: string;
  /** Waits for the first mail to an address that has these words in it. */
  mailTo(address: string, withinMs?: number, words?: string): Promise<ReceivedMail>;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((r) => r.address), source: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async mailTo(wanted, withinMs = 15_000, words = '') {
      const end = Date.now() + withinMs;
      while (Date.now() < end) {
        const mail = received.find((m) => m.to.includes(wanted) && plainOf(m).includes(words));
        if (mail) return mail;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No mail to ${wanted} arrived`);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A mail as text, without what quoted-printable did to its lines. */
export const plainOf = ({ source }: ReceivedMail): string => source.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');

/** The one-time link in a mail. */
export function linkIn(mail: ReceivedMail): string {
  const text = plainOf(mail);
  const found = /http:\/\/[^\s"<]+\/link#[\w-]+/.exec(text);
  if (!found) throw new Error('The mail holds no link');
  return found[0];
}
