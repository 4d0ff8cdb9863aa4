import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { PersonItem, PersonPage, PersonQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { LIST_PEOPLE } from './list-people.sql.js';
import { searchWords } from './search-words.js';

type Row = PersonItem & { familyKey: string; givenKey: string };

/** Before every name, so that the first page is read by the index like all others. */
const BEFORE_ALL = ['', '', '00000000-0000-0000-0000-000000000000'] as const;

@Injectable()
export class ListPeople {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: PersonQuery): Promise<PersonPage> {
    const after = decodeCursor(query.cursor, BEFORE_ALL.length);
    const rows = await this.sql.rows<Row>('list-people', LIST_PEOPLE, [
      ctx.actor.personId,
      ctx.today,
      query.organisationId ?? null,
      query.schemeId ?? null,
      query.group ?? null,
      query.status ?? null,
      searchWords(query.q),
      ...BEFORE_ALL.map((first, i) => after[i] ?? first),
      query.limit + 1,
    ]);
    const page = toPage(rows, query.limit, (row) => [row.familyKey, row.givenKey, row.id]);
    return { ...page, items: page.items.map(({ familyKey: _f, givenKey: _g, ...item }) => item) };
  }
}
