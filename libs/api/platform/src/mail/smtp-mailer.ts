import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Configuration } from '../configuration/configuration.js';
import { Mailer, type OutgoingMail } from './mailer.js';

/** Any SMTP server; without one each mail becomes a file that a mail program can open. */
@Injectable()
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(private readonly configuration: Configuration) {
    super();
    this.transport = configuration.smtpUrl
      ? createTransport({
          url: configuration.smtpUrl,
          connectionTimeout: 15_000,
          greetingTimeout: 15_000,
          socketTimeout: 60_000,
        })
      : createTransport({ streamTransport: true, buffer: true });
  }

  async deliver(mail: OutgoingMail): Promise<'sent' | 'kept'> {
    const answer: unknown = await this.transport.sendMail({
      from: this.configuration.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${new URL(this.configuration.origin).hostname}>`,
    });
    if (this.configuration.smtpUrl) return 'sent';
    await this.keep(mail.id, answer);
    return 'kept';
  }

  private async keep(id: string, answer: unknown): Promise<void> {
    if (typeof answer !== 'object' || answer === null || !('message' in answer))
      throw new Error('The mail was not made');
    if (!Buffer.isBuffer(answer.message)) throw new Error('The mail was not made');
    const folder = path.join(this.configuration.dataDir, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path.join(folder, `${id}.eml`), answer.message, { mode: 0o600 });
  }
}
