import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import type { Impersonations } from '@lms/contracts';

const instant = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Who looked through one's eyes, when and why: nobody is looked at in secret. */
@Injectable()
export class ListImpersonations {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx): Promise<Impersonations> {
    const items = await this.sql.rows<Impersonations['items'][number]>(
      'my-impersonations',
      `select i.id, concat_ws(' ', p.given_name, p.family_name) as "byName", i.reason,
         ${instant('i.started_at')} as "startedAt", ${instant('coalesce(i.ended_at, i.ends_at)')} as "endedAt"
       from impersonation i join person p on p.id = i.administrator_id
       where i.person_id = $1 order by i.started_at desc limit 50`,
      [ctx.actor.personId],
    );
    return { items };
  }
}
