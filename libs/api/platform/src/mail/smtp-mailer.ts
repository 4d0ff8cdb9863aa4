import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Brands } from '../brand/brands.js';
import { Configuration } from '../configuration/configuration.js';
import { keptMailsIn } from './kept-mails.js';
import { Mailer, MailRefused, type OutgoingMail } from './mailer.js';
import { senderOf } from './sender.js';
import { saysUnknownAddress } from './unknown-address.js';

/**
 * Milliseconds. A server may take minutes to answer the end of a mail (RFC 5321, 4.5.3.2); who gives up earlier sends
 * again what has arrived.
 */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 300_000 };

/**
 * Any SMTP server; without one each mail becomes a file that a mail program can open. One connection a mail: a pool sends
 * again by itself what was on its way when a connection broke.
 */
@Injectable()
export class SmtpMailer extends Mailer {
  constructor(
    private readonly configuration: Configuration,
    @Inject(Brands) private readonly brands: Pick<Brands, 'current'>,
  ) {
    super();
  }

  /** With the first mail: a start does not wait for what writes them. */
  private async transport(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return this.configuration.smtpUrl
      ? createTransport({ ...PATIENCE, url: this.configuration.smtpUrl })
      : createTransport({ streamTransport: true, buffer: true });
  }

  async deliver(mail: OutgoingMail, begin: () => Promise<void>): Promise<'sent' | 'kept'> {
    const answer = await this.send(mail, begin);
    if (this.configuration.smtpUrl) return 'sent';
    await this.keep(mail.id, answer);
    return 'kept';
  }

  private async send(mail: OutgoingMail, begin: () => Promise<void>): Promise<unknown> {
    try {
      const transport = await this.transport();
      transport.use('stream', ({ message }, done) => {
        const content = message.createReadStream.bind(message);
        // Read when the server has said that it wants the content, and not before.
        message.createReadStream = () => Readable.from(after(begin, content));
        done();
      });
      return await transport.sendMail({
        from: senderOf(this.configuration.mailFrom, (await this.brands.current()).name),
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // The same each time: most mail systems show a mail that came twice once.
        messageId: `<${mail.id}@${new URL(this.configuration.origin).hostname}>`,
        headers: mail.unsubscribeUrl
          ? { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {},
      });
    } catch (error) {
      throw isRefusal(error) ? refusalOf(error) : error;
    }
  }

  private async keep(id: string, answer: unknown): Promise<void> {
    if (typeof answer !== 'object' || answer === null || !('message' in answer))
      throw new Error('The mail was not made');
    if (!Buffer.isBuffer(answer.message)) throw new Error('The mail was not made');
    const folder = keptMailsIn(this.configuration.dataDir);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path.join(folder, `${id}.eml`), answer.message, { mode: 0o600 });
  }
}

/** What the server said, without what the program that sends says before it. */
const answerIn = (error: Error): string =>
  'response' in error && typeof error.response === 'string' && error.response ? error.response : error.message;

async function* after(begin: () => Promise<void>, content: () => Readable): AsyncGenerator<unknown> {
  await begin();
  yield* content();
}

/**
 * A 5xx about the recipient or the content stays so. One about the connection, the sign-in or the sender is about our
 * settings, which somebody can put right.
 */
function isRefusal(error: unknown): error is Error & { command: string } {
  return (
    error instanceof Error &&
    'responseCode' in error &&
    typeof error.responseCode === 'number' &&
    error.responseCode >= 500 &&
    'command' in error &&
    (error.command === 'RCPT TO' || error.command === 'DATA')
  );
}

function refusalOf(error: Error & { command: string }): MailRefused {
  const answer = answerIn(error);
  return new MailRefused(answer, error.command === 'RCPT TO' && saysUnknownAddress(answer) ? 'address' : 'mail');
}
