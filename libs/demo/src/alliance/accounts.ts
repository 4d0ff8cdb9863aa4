import { addDays, type LocalDate } from './dates.js';
import type { Ids } from './ids.js';
import { namedPeople } from './named.js';
import type { DemoAccount, DemoGrant, DemoPerson } from './types.js';

/** The id of a named person, by the part they have in the demo. */
export const namedId = (ids: Ids, part: string): string => ids('named', part);

export const grantsOf = (ids: Ids, today: LocalDate): DemoGrant[] =>
  namedPeople.flatMap(({ part, grants }) =>
    grants.map(({ role, organisation }) => ({
      id: ids('grant', part, role),
      personId: namedId(ids, part),
      role,
      organisationId: organisation ? ids('organisation', organisation) : null,
      startsOn: addDays(today, -400),
      endsOn: null,
    })),
  );

/** The accounts shown to whoever tries the demo, in the order in which they are best tried. */
export const demoAccountsOf = (ids: Ids, people: readonly DemoPerson[]): DemoAccount[] => {
  const byId = new Map(people.map((person) => [person.id, person]));
  return namedPeople.map(({ part, givenName, familyName }) => {
    const personId = namedId(ids, part);
    return { role: part, personId, name: `${givenName} ${familyName}`, signInName: byId.get(personId)!.signInName };
  });
};
