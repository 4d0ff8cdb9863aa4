import { Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { Clock, Configuration, renderMail } from '@lms/api-platform';
import { composeDigest } from './compose-digest.js';
import { readChunks } from './read-chunks.js';
import { sectionOf, type SectionKey } from './sections.js';

export interface DigestPreview {
  /** Who would be told, and how many of them by mail. */
  people: number;
  mails: number;
  /** Things told, by section. */
  things: Partial<Record<SectionKey, number>>;
  /** One mail as text: the longest. */
  sample: { subject: string; text: string } | null;
}

/** What the digests of a day would be as things stand now. Writes nothing. */
@Injectable()
export class PreviewDigests {
  constructor(
    private readonly transactions: Transactions,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  run(today: string): Promise<DigestPreview> {
    const preview: DigestPreview = { people: 0, mails: 0, things: {}, sample: null };
    let longest = 0;
    return this.transactions.run({ actorId: null, at: this.clock.now() }, async (tx) => {
      for await (const chunk of readChunks(tx, today)) {
        for (const items of chunk) {
          preview.people += 1;
          for (const item of items) {
            const key = sectionOf(item);
            preview.things[key] = (preview.things[key] ?? 0) + 1;
          }
          const wanted = items.filter((item) => item.wantsMail);
          if (!wanted[0]?.address) continue;
          preview.mails += 1;
          if (wanted.length <= longest) continue;
          longest = wanted.length;
          const { origin } = this.configuration;
          const { subject, layout } = composeDigest(wanted, { today, origin, unsubscribePage: null });
          preview.sample = { subject, text: renderMail(layout).text };
        }
      }
      return preview;
    });
  }
}
