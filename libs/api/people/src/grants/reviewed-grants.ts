import { NotFound, type Tx } from '@lms/api-platform';
import type { Role } from '@lms/domain';
import { ROLE_WORDS } from '../shared/words.js';

/** A role as it stands while it is changed. */
export interface Reviewed {
  id: string;
  personId: string;
  personName: string;
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  startsOn: string;
  endsOn: string | null;
}

/** These roles, locked until the transaction ends, in a fixed order so that two reviewers wait for each other once. */
export async function lockGrants(tx: Tx, ids: readonly string[]): Promise<Reviewed[]> {
  const found: Reviewed[] = await tx.query(
    `select g.id, g.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as "personName", g.role,
       g.organisation_id as "organisationId", (select o.name from organisation o where o.id = g.organisation_id) as "organisationName",
       g.starts_on::text as "startsOn", g.ends_on::text as "endsOn"
     from role_grant g join person p on p.id = g.person_id and p.erased_at is null
     where g.id = any ($1) order by p.id, g.id for update of g, p`,
    [ids],
  );
  if (found.length < ids.length) throw new NotFound();
  return found;
}

/** "Coordinator of Dunmarsh Surfacing, Tom Brackley" */
export const grantWords = ({ role, organisationName, personName }: Reviewed): string =>
  `${ROLE_WORDS[role]}${organisationName ? ` of ${organisationName}` : ''}, ${personName}`;
