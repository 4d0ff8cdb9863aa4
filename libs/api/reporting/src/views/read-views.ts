import { type Ctx, Sql } from '@lms/api-platform';
import type { MatrixView, MatrixViews } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { isOfTeam } from './is-of-team.js';

/** $1 who reads, $2 whether they are of the People Team. */
const VIEWS = `
  select v.id, v.version, v.name, v.shared, v.filters, v.person_id = any (persons_as($1)) as mine,
    concat_ws(' ', p.given_name, p.family_name) as "byName", v.person_id = any (persons_as($1)) or $2::boolean as "mayChange"
  from saved_view v join person p on p.id = v.person_id
  where v.list = 'matrix' and (v.person_id = any (persons_as($1)) or v.shared and $2::boolean)
  order by v.person_id = any (persons_as($1)) desc, lower(v.name), v.id limit 200`;

/** One's own views, and those that are shared with the People Team for whoever is of it. */
@Injectable()
export class ReadViews {
  constructor(private readonly sql: Sql) {}

  async run({ actor }: Ctx): Promise<MatrixViews> {
    return { items: await this.sql.rows<MatrixView>('matrix-views', VIEWS, [actor.personId, isOfTeam(actor)]) };
  }
}
