import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { PersonItem, PersonPage, PersonQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { LIST_PEOPLE, LIST_PEOPLE_NEARLY, LIST_PEOPLE_UNSPOKEN } from './list-people.sql.js';
import { forgivenWords, searchWords } from './search-words.js';

type Row = PersonItem & { familyKey: string; givenKey: string; slips: number };
type Place = readonly [slips: number, family: string, given: string, id: string];

/** Whoever matches as typed has no slips to count and comes before all who do. */
const EXACT = -1;
/** Before every name, so that the first page is read by the index like all others. */
const BEFORE_ALL = ['', '', '00000000-0000-0000-0000-000000000000'] as const;

/** Whoever matches what was typed, by name; after them those whose names are spelled nearly so. */
@Injectable()
export class ListPeople {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: PersonQuery): Promise<PersonPage> {
    const place = placeOf(query.cursor);
    const exact = place[0] === EXACT ? await this.exact(ctx, query, place) : [];
    // Those whom nobody speaks for are few: the whole list is read, whatever was typed.
    const left = query.speaker ? 0 : query.limit + 1 - exact.length;
    const nearly = left > 0 ? await this.nearly(ctx, query, place[0] === EXACT ? START : place, left) : [];
    const page = toPage([...exact, ...nearly], query.limit, (row) => [row.slips, row.familyKey, row.givenKey, row.id]);
    return { ...page, items: page.items.map(({ familyKey: _f, givenKey: _g, slips: _s, ...item }) => item) };
  }

  private exact(ctx: Ctx, query: PersonQuery, place: Place): Promise<Row[]> {
    const values = valuesOf(ctx, query, place, query.limit + 1);
    return query.speaker
      ? this.sql.rows<Row>('list-people-unspoken', LIST_PEOPLE_UNSPOKEN, values)
      : this.sql.rows<Row>('list-people', LIST_PEOPLE, values);
  }

  private async nearly(ctx: Ctx, query: PersonQuery, place: Place, rows: number): Promise<Row[]> {
    const { may, must } = forgivenWords(query.q);
    if (may.length === 0) return [];
    return this.sql.rows<Row>('list-people-nearly', LIST_PEOPLE_NEARLY, [
      ...valuesOf(ctx, query, place, rows),
      may,
      must,
      place[0],
    ]);
  }
}

const START: Place = [0, ...BEFORE_ALL];

function placeOf(cursor: string | undefined): Place {
  const [slips, ...names] = decodeCursor(cursor, 1 + BEFORE_ALL.length);
  const [family, given, id] = BEFORE_ALL.map((first, i) => String(names[i] ?? first));
  return [Number(slips ?? EXACT), family ?? '', given ?? '', id ?? ''];
}

/** $1 to $12 of both lists. */
const valuesOf = (ctx: Ctx, query: PersonQuery, [, ...names]: Place, rows: number): unknown[] => [
  ctx.actor.personId,
  ctx.today,
  query.organisationId ?? null,
  query.schemeId ?? null,
  query.group ?? null,
  query.status ?? null,
  searchWords(query.q),
  ...names,
  rows,
  query.jobRole || null,
];
