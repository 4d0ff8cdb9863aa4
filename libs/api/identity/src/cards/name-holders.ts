import { Invalid, type Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import type { CardRow } from './card-people.js';
import { nameBase, takeName, wrongUsername } from './suggest-name.js';

/** A row with the name that stands on its card. */
export interface Named extends CardRow {
  signInName: string;
}

/** Gives a sign-in name to each who has none: the chosen one, else one made of theirs. All or nobody. */
export async function nameHolders(
  tx: Tx,
  rows: readonly CardRow[],
  chosen: ReadonlyMap<string, string>,
  at: Date,
): Promise<Named[]> {
  const nameless = rows.filter((row) => row.signInName === null);
  const bases = nameless.map((row) => nameBase(row.givenName, row.familyName));
  const taken = nameless.length > 0 ? await namesLike(tx, bases) : new Set<string>();
  const made = nameless.map((row, i) => ({
    ...row,
    signInName: chosen.get(row.personId) ?? takeName(bases[i] ?? 'person', taken),
  }));
  const wrong = made.flatMap(({ personId, signInName }) => problemOf(personId, wrongUsername(signInName)));
  if (wrong.length > 0) throw new Invalid(wrong);
  const kept: { personId: string }[] = await tx.query(
    `insert into sign_in_name (id, person_id, name, kind, created_at)
     select n.id, n.person_id, n.name, 'username', $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) n(id, person_id, name)
     on conflict (lower(name)) do nothing returning person_id as "personId"`,
    [made.map(() => uuid()), made.map((row) => row.personId), made.map((row) => row.signInName), at],
  );
  const lost = made.filter((row) => !kept.some(({ personId }) => personId === row.personId));
  if (lost.length > 0)
    throw new Invalid(
      lost.flatMap(({ personId, signInName }) =>
        problemOf(personId, `Somebody signs in as ${signInName} already. Choose another name.`),
      ),
    );
  const names = new Map(made.map((row) => [row.personId, row.signInName]));
  return rows.map((row) => ({ ...row, signInName: row.signInName ?? names.get(row.personId) ?? '' }));
}

const problemOf = (personId: string, message: string | null) =>
  message === null ? [] : [{ path: `people.${personId}.signInName`, message }];

async function namesLike(tx: Tx, bases: readonly string[]): Promise<Set<string>> {
  const rows: { name: string }[] = await tx.query(
    `select lower(name) as name from sign_in_name where regexp_replace(lower(name), '[0-9]+$', '') = any ($1)`,
    [bases],
  );
  return new Set(rows.map(({ name }) => name));
}
