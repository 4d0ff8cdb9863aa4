import { Injectable } from '@nestjs/common';
import { type Ctx, decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { CardPerson, CardPersonPage, CardPersonQuery } from '@lms/contracts';
import type { Role } from '@lms/domain';
import { CARD_PEOPLE } from './card-people.sql.js';
import { holdsMore } from './holds-more.js';

/** A row of the list with what making a card needs besides. */
export interface CardRow extends CardPerson {
  givenName: string;
  familyName: string;
  /** The entry that the name and the password belong to. */
  holderId: string;
  roles: Role[];
  familyKey: string;
  givenKey: string;
}

const BEFORE_ALL = ['', '', '00000000-0000-0000-0000-000000000000'] as const;

/** People without a mailbox whom the asker may let in. */
@Injectable()
export class CardPeople {
  constructor(private readonly sql: Sql) {}

  async page(ctx: Ctx, query: CardPersonQuery): Promise<CardPersonPage> {
    const rows = await this.rows(ctx, query, query.people?.split(',') ?? null);
    const page = toPage(rows, query.limit, (row) => [row.familyKey, row.givenKey, row.personId]);
    return { ...page, items: page.items.map(shown) };
  }

  /** Those of these people who may be given a card at all. */
  these(ctx: Ctx, personIds: readonly string[]): Promise<CardRow[]> {
    return this.rows(ctx, { limit: personIds.length }, personIds);
  }

  private async rows(ctx: Ctx, query: Partial<CardPersonQuery> & { limit: number }, ids: readonly string[] | null) {
    const after = decodeCursor(query.cursor, BEFORE_ALL.length);
    const rows = await this.sql.rows<CardRow>('card-people', CARD_PEOPLE, [
      ...[ctx.actor.personId, ctx.today, ctx.now, wordsOf(query.q), query.organisationId ?? null, query.state ?? null],
      ids,
      ...BEFORE_ALL.map((first, i) => after[i] ?? first),
      query.limit + 1,
    ]);
    // Who writes people has them everywhere.
    const everywhere = ctx.actor.permissions.has('people.write');
    return rows.map((row) => ({ ...row, holdsMore: holdsMore(ctx.actor.permissions, row.roles, { everywhere }) }));
  }
}

/** Every word anywhere in the names; null for no search. */
function wordsOf(q: string | undefined): string[] | null {
  const words = (q ?? '').split(/\s+/).filter(Boolean);
  return words.length > 0 ? words.slice(0, 8).flatMap((word) => likePattern(word) ?? []) : null;
}

const shown = ({
  givenName: _g,
  familyName: _f,
  holderId: _h,
  roles: _r,
  familyKey: _k,
  givenKey: _v,
  ...item
}: CardRow): CardPerson => item;
