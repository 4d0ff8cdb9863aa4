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
}

/** A session that has not ended, of a person who has not left. */
const ACTOR = `
  select s.person_id as "personId", array(${ROLES_OF('s.person_id', '$4')}) as roles,
    ${IS_LINE_MANAGER('s.person_id', '$4')} as "lineManager",
    exists (
      select from password w where w.must_change
        and (w.person_id = s.person_id or w.person_id in (select a.person_id from person_alias a where a.same_as = s.person_id))
    ) as "mustChange",
    (exists (select from authenticator_app f where f.person_id = s.person_id and f.confirmed_at is not null)
      or exists (select from passkey k where k.person_id = s.person_id)) as "hasFactor",
    s.second_factor_at is not null as confirmed
  from session s
  where s.id = $1 and s.person_id = $2 and s.ended_at is null and s.expires_at > $3 and ${IS_IN('s.person_id', '$4')}`;

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
    const gate = row.mustChange ? 'choose-password' : this.factors.gate(row);
    return { personId: row.personId, sessionId, permissions: new Set(permissions), gate };
  }
}
