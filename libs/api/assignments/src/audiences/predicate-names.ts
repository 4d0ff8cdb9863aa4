import { Sql, type Tx } from '@lms/api-platform';
import { type AudiencePredicate, conditionsOf, type Names } from '@lms/domain';
import { Injectable } from '@nestjs/common';

interface Named {
  id: string;
  name: string;
}

const NAMES = `
  select id, short_name as name from organisation where id = any ($1::uuid[])
  union all select id, name from scheme where id = any ($1::uuid[])
  union all select id, title from course where id = any ($1::uuid[])
  union all select id, title from learning_path where id = any ($1::uuid[])
  union all select id, concat_ws(' ', given_name, family_name) from person where id = any ($1::uuid[])`;

/** Every id that stands in a predicate. */
export const idsIn = (predicate: AudiencePredicate): string[] =>
  conditionsOf(predicate).flatMap((condition) => {
    if (condition.is === 'organisation' || condition.is === 'scheme') return condition.in;
    if (condition.is === 'holds' || condition.is === 'lacks') return [condition.courseId];
    return condition.is === 'reports-to' ? [condition.personId] : [];
  });

/** What organisations, schemes, courses, paths and people are called. */
@Injectable()
export class PredicateNames {
  constructor(private readonly sql: Sql) {}

  async list(ids: readonly string[]): Promise<Named[]> {
    if (ids.length === 0) return [];
    return this.sql.rows<Named>('predicate-names', NAMES, [[...new Set(ids)]]);
  }

  async of(ids: readonly string[]): Promise<Names> {
    return namesFrom(await this.list(ids));
  }

  /** The ids that nothing is called by, as the transaction sees it. */
  async unknown(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const known: Named[] = await tx.query(NAMES, [ids]);
    return ids.filter((id) => !known.some((named) => named.id === id));
  }
}

export const namesFrom = (list: readonly Named[]): Names => {
  const byId = new Map(list.map(({ id, name }) => [id, name]));
  return (id) => byId.get(id) ?? 'something that is no longer there';
};
