import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import type { NamedAssessors } from '@lms/contracts';

/** Whom a practical names, for whoever edits it: they need not see these people anywhere else. */
@Injectable()
export class GetNamedAssessors {
  constructor(private readonly sql: Sql) {}

  async run(_ctx: Ctx, activityId: string): Promise<NamedAssessors> {
    const items = await this.sql.rows<NamedAssessors['items'][number]>(
      'named-assessors',
      `select p.id, concat_ws(' ', p.given_name, p.family_name) as name
       from activity a
       cross join lateral jsonb_array_elements_text(a.settings -> 'assessors' -> 'personIds') with ordinality n(id, place)
       join person p on p.id = n.id::uuid and p.erased_at is null
       where a.id = $1 and a.kind = 'practical' order by n.place`,
      [activityId],
    );
    return { items };
  }
}
