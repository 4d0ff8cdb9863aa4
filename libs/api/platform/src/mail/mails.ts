import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Brands } from '../brand/brands.js';
import { Configuration } from '../configuration/configuration.js';
import type { Tx } from '../database/transactions.js';
import { Jobs } from '../jobs/jobs.js';
import { type MailLayout, renderMail } from './layout.js';
import { mailBrandOf, sayBrand } from './mail-brand.js';

export interface NewMail {
  personId: string | null;
  to: string;
  /** As in the words of the layout, `{brand}` is what the platform calls itself. */
  subject: string;
  layout: MailLayout;
  /** A second mail with the same key is not written. */
  dedupeKey?: string;
  /** For a day: it is not sent later, nor to somebody who is not at work any more. */
  goodUntil?: Date;
  /** Takes a POST without sign-in and ends mails of this kind; becomes the header that mail programs make a button of. */
  unsubscribeUrl?: string;
}

/** Writes mails into the log and asks for their delivery, in the transaction of what they tell about. */
@Injectable()
export class Mails {
  constructor(
    private readonly jobs: Jobs,
    private readonly brands: Brands,
    private readonly configuration: Configuration,
  ) {}

  write(tx: Tx, at: Date, mail: NewMail): Promise<void> {
    return this.writeAll(tx, at, [mail]);
  }

  /** Any number in two statements. */
  async writeAll(tx: Tx, at: Date, mails: readonly NewMail[]): Promise<void> {
    if (mails.length === 0) return;
    const brand = mailBrandOf(await this.brands.current(), this.configuration.origin);
    const rows = mails
      .map((mail) => ({ ...mail, ...renderMail(mail.layout, brand) }))
      .map((mail) => ({
        id: uuid(),
        person_id: mail.personId,
        recipient: mail.to,
        subject: sayBrand(mail.subject, brand),
        text_body: mail.text,
        html_body: mail.html,
        dedupe_key: mail.dedupeKey ?? null,
        unsubscribe_url: mail.unsubscribeUrl ?? null,
        good_until: mail.goodUntil ?? null,
      }));
    const written: { id: string }[] = await tx.query(
      `insert into mail (id, person_id, recipient, subject, text_body, html_body, created_at, dedupe_key, unsubscribe_url, good_until)
       select m.id, m.person_id, m.recipient, m.subject, m.text_body, m.html_body, $2, m.dedupe_key, m.unsubscribe_url, m.good_until
       from jsonb_to_recordset($1::jsonb) m(id uuid, person_id uuid, recipient text, subject text, text_body text,
         html_body text, dedupe_key text, unsubscribe_url text, good_until timestamptz)
       on conflict (dedupe_key) do nothing returning id`,
      [JSON.stringify(rows), at],
    );
    await this.jobs.sendAll(tx, 'send-mail', written);
  }
}
