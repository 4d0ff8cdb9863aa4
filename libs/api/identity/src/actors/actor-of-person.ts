import { Injectable } from '@nestjs/common';
import { type Actor, Actors, Clock, Sql } from '@lms/api-platform';
import { permissionsOf, type Role } from '@lms/domain';
import { IS_IN, IS_LINE_MANAGER, ROLES_OF } from './actor.sql.js';

/** $1 the person, $2 today. */
const PERSON = `
  select array(${ROLES_OF('p.id', '$2')}) as roles, ${IS_LINE_MANAGER('p.id', '$2')} as "lineManager"
  from person p where p.id = $1 and p.erased_at is null and ${IS_IN('p.id', '$2')}`;

/** The same powers as if they were signed in. */
@Injectable()
export class ActorOfPerson extends Actors {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(personId: string): Promise<Actor | null> {
    const row = await this.sql.row<{ roles: Role[]; lineManager: boolean }>('actor-of-person', PERSON, [
      personId,
      this.clock.today(),
    ]);
    if (!row) return null;
    const permissions = permissionsOf(
      row.roles.map((role) => ({ role })),
      { lineManager: row.lineManager },
    );
    return { personId, sessionId: '', permissions: new Set(permissions), via: 'work' };
  }
}
