import { Configuration, type NewMail } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { isOptional } from '../preferences/topics.js';
import { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';
import { composeDigest } from './compose-digest.js';
import { goodUntil } from './digest-hours.js';
import type { ReminderDue } from './reminder-due.js';

/** The mail of one person and day. */
@Injectable()
export class DigestMails {
  constructor(
    private readonly configuration: Configuration,
    private readonly links: UnsubscribeLinks,
  ) {}

  /** Null without an address, or without anything that the person wants mails about. `items` are all one person's. */
  mailOf(items: readonly ReminderDue[], today: string, at: Date): NewMail | null {
    const wanted = items.filter((item) => item.wantsMail);
    const [first] = wanted;
    if (!this.configuration.digestMail || !first?.address) return null;
    const optional = wanted.some((item) => isOptional(item.topic));
    const { subject, layout } = composeDigest(wanted, {
      today,
      origin: this.configuration.origin,
      unsubscribePage: optional ? this.links.page(first.toldId) : null,
    });
    return {
      personId: first.toldId,
      to: first.address,
      subject,
      layout,
      goodUntil: goodUntil(today, at),
      dedupeKey: `digest ${first.toldId} ${today}`,
      ...(optional ? { unsubscribeUrl: this.links.oneClick(first.toldId) } : {}),
    };
  }
}
