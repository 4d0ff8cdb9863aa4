import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import type { Sessions } from '@lms/contracts';

type SessionRow = Sessions['items'][number];

@Injectable()
export class ListSessions {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx): Promise<Sessions> {
    const items = await this.sql.rows<SessionRow>(
      'my-sessions',
      `select id, id = $2 as current, device,
         to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
         to_char(last_used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastUsedAt"
       from session where person_id = $1 and ended_at is null and expires_at > $3
       order by last_used_at desc limit 50`,
      [ctx.actor.personId, ctx.actor.sessionId, ctx.now],
    );
    return { items };
  }
}
