import type { GivenImport, GivenRow } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { type Known, whoAreThese } from '../../known/who-are-these.js';
import { checkLeaving } from './check-leaving.js';
import { checkPerson } from './check-person.js';
import { givenPerson } from './given-person.js';
import type { CheckedPerson } from './person-plan.js';
import { schemesCalled, standingPeople } from './standing-people.js';

/** Somebody with an address or a telephone in common is asked about when the names are at least this much alike. */
const LEAST_ALIKE = 0.3;

export async function checkPeople(tx: Tx, given: GivenImport, rows: readonly GivenRow[]): Promise<CheckedPerson[]> {
  const leaving = rows.filter((row) => row.leaving !== null);
  const said = rows.filter((row) => row.leaving === null).map(givenPerson);
  const [place]: { place: number | null; common: string | null; all: boolean }[] = await tx.query(
    `select (mapping ->> 'organisation')::int as place, options -> 'common' ->> 'organisation' as common, holds_role($2, '{people-team}', $3) as all from import where id = $1`,
    [given.importId, given.actorId, given.today],
  );
  const facts = await standingPeople(tx, given, place ?? { place: null, common: null }, said);
  const schemes = await schemesCalled(tx, said);
  // Whoever has a number there already is known by it.
  const strangers = said.filter(({ n }) => !facts.get(n)?.engagement);
  const known = await whoAreThese(
    tx,
    { actorId: given.actorId, today: given.today, least: LEAST_ALIKE },
    strangers.map(({ n, organisation, name, person, engagement }) => ({
      n,
      organisation,
      number: '',
      email: person.contactEmail ?? engagement.workEmail ?? '',
      phone: person.phone ?? '',
      name,
      given: person.givenName ?? '',
      family: person.familyName ?? '',
    })),
  );
  const people = said.map((row) =>
    checkPerson(row, {
      facts: facts.get(row.n),
      likely: seenOf(known.get(row.n)),
      schemes,
      today: given.today,
      wholePerson: place?.all === true,
    }),
  );
  return [...people, ...(await checkLeaving(tx, given, leaving))];
}

const seenOf = (known: Known | undefined): Known['people'] => (known?.people ?? []).filter(({ seen }) => seen);
