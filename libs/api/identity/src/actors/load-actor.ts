import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Sql } from '@lms/api-platform';
import { permissionsOf, type Role } from '@lms/domain';

interface ActorRow {
  personId: string;
  roles: Role[];
  lineManager: boolean;
  mustChange: boolean;
}

/**
 * A session that has not ended, of a person who has not left: somebody all of whose engagements are over is out, as is
 * every power that came with one of those.
 */
const ACTOR = `
  select s.person_id as "personId",
    array(
      select distinct g.role from role_grant g left join engagement e on e.id = g.engagement_id
      where g.person_id = s.person_id and g.starts_on <= $4 and (g.ends_on is null or g.ends_on >= $4)
        and (e.id is null or e.ends_on is null or e.ends_on >= $4)
    ) as roles,
    exists (select from engagement r where r.line_manager_id = s.person_id and (r.ends_on is null or r.ends_on >= $4)) as "lineManager",
    exists (
      select from password w where w.must_change
        and (w.person_id = s.person_id or w.person_id in (select a.person_id from person_alias a where a.same_as = s.person_id))
    ) as "mustChange"
  from session s
  where s.id = $1 and s.person_id = $2 and s.ended_at is null and s.expires_at > $3
    and not exists (select from person_alias a where a.person_id = s.person_id)
    and (
      exists (select from engagement e where e.person_id = s.person_id and (e.ends_on is null or e.ends_on >= $4))
      or not exists (select from engagement e where e.person_id = s.person_id)
    )`;

@Injectable()
export class LoadActor {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async run(sessionId: string, personId: string): Promise<Omit<Actor, 'via'> | null> {
    const values = [sessionId, personId, this.clock.now(), this.clock.today()];
    const row = await this.sql.row<ActorRow>('actor', ACTOR, values);
    if (!row) return null;
    const permissions = permissionsOf(
      row.roles.map((role) => ({ role })),
      { lineManager: row.lineManager },
    );
    const gate = row.mustChange ? 'choose-password' : null;
    return { personId: row.personId, sessionId, permissions: new Set(permissions), gate };
  }
}
