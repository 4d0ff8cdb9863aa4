import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Sql } from '@lms/api-platform';
import { permissionsOf, type Role } from '@lms/domain';
import { FactorDemand } from '../factors/factor-demand.js';
import { IS_IN, IS_LINE_MANAGER, ROLES_OF } from './actor.sql.js';

interface ActorRow {
  personId: string;
  roles: Role[];
  lineManager: boolean;
  mustChange: boolean;
  hasFactor: boolean;
  confirmed: boolean;
  ownerId: string;
  impersonationId: string | null;
  endsAt: Date | null;
}

/**
 * Whom a session stands for: its own person, or the one through whose eyes its administrator looks, while that lasts, the
 * administrator is one who has not left, and the other is none. $1 session, $2 its own person, $3 now, $4 today.
 */
const STANDS_FOR = `
  select s.id, s.person_id as owner_id, s.second_factor_at, coalesce(i.person_id, s.person_id) as person_id,
    i.id as impersonation_id, i.ends_at
  from session s
  left join impersonation i on i.session_id = s.id and i.ended_at is null and i.ends_at > $3
    and holds_role(s.person_id, '{administrator}', $4) and not holds_role(i.person_id, '{administrator}', $4)
    and (exists (select from engagement o where o.person_id = s.person_id and (o.ends_on is null or o.ends_on >= $4))
      or not exists (select from engagement o where o.person_id = s.person_id))
  where s.id = $1 and s.person_id = $2 and s.ended_at is null and s.expires_at > $3`;

/** Set up by somebody, under whichever of their entries. */
const ownedBy = (thing: string, person: string): string =>
  `(${thing}.person_id = ${person} or ${thing}.person_id in (select a.person_id from person_alias a where a.same_as = ${person}))`;

/** A session that has not ended, of a person who has not left. */
const ACTOR = `
  with s as (${STANDS_FOR})
  select s.person_id as "personId", array(${ROLES_OF('s.person_id', '$4')}) as roles,
    ${IS_LINE_MANAGER('s.person_id', '$4')} as "lineManager",
    exists (
      select from password w where w.must_change and ${ownedBy('w', 's.person_id')}
    ) as "mustChange",
    (exists (select from authenticator_app f where f.confirmed_at is not null and ${ownedBy('f', 's.owner_id')})
      or exists (select from passkey k where ${ownedBy('k', 's.owner_id')})) as "hasFactor",
    s.second_factor_at is not null as confirmed, s.owner_id as "ownerId",
    s.impersonation_id as "impersonationId", s.ends_at as "endsAt"
  from s
  where ${IS_IN('s.person_id', '$4')}`;

@Injectable()
export class LoadActor {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly factors: FactorDemand,
  ) {}

  async run(sessionId: string, personId: string): Promise<Omit<Actor, 'via'> | null> {
    const values = [sessionId, personId, this.clock.now(), this.clock.today()];
    const row = await this.sql.row<ActorRow>('actor', ACTOR, values);
    if (!row) return null;
    const permissions = permissionsOf(
      row.roles.map((role) => ({ role })),
      { lineManager: row.lineManager },
    );
    const actor = { personId: row.personId, sessionId, permissions: new Set(permissions) };
    if (row.impersonationId && row.endsAt) {
      // What the person has still to do themself cannot be done for them, and hides nothing from who only looks.
      const impersonation = { id: row.impersonationId, administratorId: row.ownerId, endsAt: row.endsAt };
      return { ...actor, gate: null, impersonation };
    }
    return { ...actor, gate: row.mustChange ? 'choose-password' : this.factors.gate(row), impersonation: null };
  }
}
