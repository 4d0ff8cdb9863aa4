import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  decodeCursor,
  Invalid,
  NotFound,
  Sql,
  toPage,
  Transactions,
} from '@lms/api-platform';
import type { Created, LegalHold, LegalHoldPage, LegalHoldQuery, PlaceHold } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { personOf } from '../shared/person.js';
import { instantSql, nameSql } from '../shared/sql-text.js';

const HOLDS = `h.ended_at is null and (h.until_on is null or h.until_on >= $1::date)`;

/** $1 today, $2 whether only those that hold, $3 of whom, $4 the last of the page before, $5 rows. */
const LIST = `
  select h.id, h.person_id as "personId", ${nameSql('h.person_id')} as name, h.reason, ${nameSql('h.placed_by')} as "placedByName",
    ${instantSql('h.placed_at')} as "placedAt", h.until_on::text as "untilOn", ${nameSql('h.ended_by')} as "endedByName",
    ${instantSql('h.ended_at')} as "endedAt", ${HOLDS} as holds
  from legal_hold h
  where (not $2::boolean or ${HOLDS}) and ($3::uuid is null or h.person_id = any (persons_as(who_is($3))))
    and ($4::uuid is null or h.id < $4)
  order by h.id desc limit $5`;

/** A hold on a person: nothing of theirs goes while it lasts. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async list(ctx: Ctx, query: LegalHoldQuery): Promise<LegalHoldPage> {
    const [after] = decodeCursor(query.cursor, 1);
    const values = [ctx.today, query.show === 'holding', query.personId ?? null, after ?? null, query.limit + 1];
    const rows = await this.sql.rows<LegalHold>('legal-holds', LIST, values);
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  async place(ctx: Ctx, id: string, { reason, untilOn }: PlaceHold): Promise<Created> {
    if (untilOn !== null && untilOn < ctx.today) {
      throw new Invalid([{ path: 'untilOn', message: 'Choose today or a later day.' }]);
    }
    const holdId = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { personId, entries } = await personOf(tx, id);
      // One after the other with an erasure of the same person.
      await tx.query('select lock_people($1::uuid[])', [entries]);
      await personOf(tx, id);
      await tx.query(
        'insert into legal_hold (id, person_id, reason, placed_by, placed_at, until_on) values ($1, $2, $3, $4, $5, $6)',
        [holdId, personId, reason, ctx.actor.personId, ctx.now, untilOn],
      );
      const target = { targetType: 'person', targetId: personId };
      await this.audit.append(tx, ctx, { action: 'legal-hold.place', ...target, detail: { holdId, untilOn } });
    });
    return { id: holdId };
  }

  async end(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [hold]: { personId: string; ended: boolean }[] = await tx.query(
        `select person_id as "personId", ended_at is not null as ended from legal_hold where id = $1 for update`,
        [id],
      );
      if (!hold) throw new NotFound();
      if (hold.ended) throw new Conflict('ended', 'This hold has ended already.');
      await tx.query('update legal_hold set ended_by = $2, ended_at = $3, version = version + 1 where id = $1', [
        ...[id, ctx.actor.personId, ctx.now],
      ]);
      const target = { targetType: 'person', targetId: hold.personId };
      await this.audit.append(tx, ctx, { action: 'legal-hold.end', ...target, detail: { holdId: id } });
    });
  }
}
