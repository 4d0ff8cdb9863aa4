import { timingSafeEqual } from 'node:crypto';
import { Configuration, Secrets } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'unsubscribe';

/** Links that end optional mails of one person and can do nothing else, so they need no sign-in and no end. */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly secrets: Secrets,
    private readonly configuration: Configuration,
  ) {}

  /** For people: a page that says what ends. */
  page(personId: string): string {
    return `${this.configuration.origin}/unsubscribe?token=${this.token(personId)}`;
  }

  /** For mail programs: takes a POST. */
  oneClick(personId: string): string {
    return `${this.configuration.origin}/api/v1/unsubscribe?token=${this.token(personId)}`;
  }

  /** Null for a token that we did not make. */
  personOf(token: string): string | null {
    const [personId = '', mac = ''] = token.split('.');
    const [given, right] = [Buffer.from(mac), Buffer.from(this.secrets.mac(PURPOSE, personId))];
    return given.length === right.length && timingSafeEqual(given, right) ? personId : null;
  }

  private token(personId: string): string {
    return `${personId}.${this.secrets.mac(PURPOSE, personId)}`;
  }
}
