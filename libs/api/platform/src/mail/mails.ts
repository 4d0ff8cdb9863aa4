import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../database/transactions.js';
import { Jobs } from '../jobs/jobs.js';

export interface NewMail {
  personId: string | null;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** A second mail with the same key is not written. */
  dedupeKey?: string;
}

/** Writes a mail into the log and asks for its delivery, in the transaction of what it tells about. */
@Injectable()
export class Mails {
  constructor(private readonly jobs: Jobs) {}

  async write(tx: Tx, at: Date, mail: NewMail): Promise<void> {
    const id = uuid();
    const rows: unknown[] = await tx.query(
      `insert into mail (id, person_id, recipient, subject, text_body, html_body, created_at, dedupe_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (dedupe_key) do nothing returning id`,
      [id, mail.personId, mail.to, mail.subject, mail.text, mail.html, at, mail.dedupeKey ?? null],
    );
    if (rows.length > 0) await this.jobs.send(tx, 'send-mail', { id });
  }
}
