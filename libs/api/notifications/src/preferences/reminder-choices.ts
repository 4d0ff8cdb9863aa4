import { type Ctx, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { OptionalTopic, ReminderChoices as Choices } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { isOptional, OPTIONAL_TOPICS, TOPICS } from './topics.js';

/** Under whichever entry it was chosen, the newest counts. $1 person. */
const CHOSEN = `
  select distinct on (topic) topic, mail from reminder_choice where person_id = any (persons_as(who_is($1))) order by topic, chosen_at desc`;

/** What people want mails about. */
@Injectable()
export class ReminderChoices {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
  ) {}

  async of(ctx: Ctx): Promise<Choices> {
    const row = await this.sql.row<{ address: string | null }>(
      'reminder-address',
      'select mail_address($1, $2) as address',
      [ctx.actor.personId, ctx.today],
    );
    return { address: row?.address ?? null, topics: await this.topics(ctx.actor.personId) };
  }

  /** Of the person as whom the entry is read: a mail from before a merge names the entry. */
  async topics(personId: string): Promise<Choices['topics']> {
    const rows = await this.sql.rows<{ topic: string }>(
      'reminder-topics-off',
      `select c.topic from (${CHOSEN}) c where not c.mail`,
      [personId],
    );
    const off = new Set(rows.map((row) => row.topic));
    return TOPICS.map((topic) => ({ topic, mail: !off.has(topic), optional: isOptional(topic) }));
  }

  /** Twice is once. */
  choose(ctx: Ctx, topic: OptionalTopic, mail: boolean): Promise<void> {
    return this.transactions.run({ actorId: ctx.actor.personId, at: ctx.now }, (tx) =>
      keep(tx, ctx.actor.personId, [topic], mail, ctx.now),
    );
  }

  /** Ends every mail that one can be without. */
  stopAll(personId: string, at: Date): Promise<void> {
    return this.transactions.run({ actorId: personId, at }, (tx) => keep(tx, personId, OPTIONAL_TOPICS, false, at));
  }
}

async function keep(tx: Tx, personId: string, topics: readonly string[], mail: boolean, at: Date): Promise<void> {
  await tx.query(
    `insert into reminder_choice (person_id, topic, mail, chosen_at)
     select p.id, t.topic, $3, $4 from person p cross join unnest($2::text[]) t(topic)
     where p.id = who_is($1) and p.erased_at is null
     on conflict (person_id, topic) do update set mail = excluded.mail, chosen_at = excluded.chosen_at`,
    [personId, topics, mail, at],
  );
}
