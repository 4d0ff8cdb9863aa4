import { createHash, randomBytes } from 'node:crypto';
import { Clock, Configuration, type MailLayout, Mails, Transactions, type Tx, Upkeep } from '@lms/api-platform';
import { dateWords } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { LEAVERS } from './leaver.sql.js';

interface Leaver {
  personId: string;
  knownAs: string;
  to: string;
  lastDay: string;
  endsOn: string;
}

const MINUTE = 60_000;
const AT_ONCE = 200;

/** What is kept of a token: it is random, so one round of SHA-256 is enough. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * On the day after somebody's last day, when they cannot sign in any more, a link goes to their own address: their record
 * stays theirs to take along. Whoever was sent one before gets a new one in its place.
 */
@Injectable()
export class SendLeaverLinks implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly mails: Mails,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(MINUTE, 'links for leavers', (signal) => this.everybody(signal));
  }

  async everybody(signal?: AbortSignal): Promise<void> {
    const at = this.clock.now();
    let sent = AT_ONCE;
    while (sent === AT_ONCE && !signal?.aborted) {
      sent = await this.transactions.run({ actorId: null, at }, async (tx) => {
        // Two workers at once would both find the same people.
        await tx.query(`select pg_advisory_xact_lock(hashtextextended('leaver links', 5))`);
        return this.send(tx, at, null);
      });
    }
  }

  /** Answers how many were sent; none where somebody has not left, left too long ago, or has no address. */
  async send(tx: Tx, at: Date, personId: string | null): Promise<number> {
    const leavers: Leaver[] = await tx.query(LEAVERS, [this.clock.today(), personId, AT_ONCE]);
    const links = leavers.map((leaver) => ({ ...leaver, token: randomBytes(32).toString('base64url') }));
    await tx.query('update leaver_link set revoked_at = $2 where person_id = any ($1::uuid[]) and revoked_at is null', [
      links.map((link) => link.personId),
      at,
    ]);
    await tx.query(
      `insert into leaver_link (id, person_id, hash, sent_to, created_at, ends_on)
       select k.id, k.person_id, decode(k.hash, 'hex'), k.sent_to, $2, k.ends_on
       from jsonb_to_recordset($1::jsonb) k(id uuid, person_id uuid, hash text, sent_to text, ends_on date)`,
      [
        JSON.stringify(
          links.map((link) => ({
            id: uuid(),
            person_id: link.personId,
            hash: hashOf(link.token).toString('hex'),
            sent_to: link.to,
            ends_on: link.endsOn,
          })),
        ),
        at,
      ],
    );
    await this.mails.writeAll(
      tx,
      at,
      links.map((link) => this.mailOf(link)),
    );
    return links.length;
  }

  private mailOf({ personId, knownAs, to, lastDay, endsOn, token }: Leaver & { token: string }) {
    const layout: MailLayout = {
      greeting: `Hello ${knownAs},`,
      paragraphs: [
        `Your last day was ${dateWords(lastDay)}, and your sign-in to {brand} has ended. Your training record is still yours to take along.`,
        `This link shows it without signing in, as a PDF and as a spreadsheet, until ${dateWords(endsOn)}.`,
      ],
      // The token stands in the fragment, which browsers never send: it reaches no log on the way.
      action: { label: 'Download your record', url: `${this.configuration.origin}/leaver#${token}` },
      closing:
        'Anybody who has this link can read your record, so keep it to yourself. Ask us if you want it ended sooner.',
    };
    return { personId, to, subject: 'Your training record, to take along', layout };
  }
}
