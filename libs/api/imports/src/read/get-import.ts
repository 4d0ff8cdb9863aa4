import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { Import } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { MOST_LEAVING } from '../apply/most-leaving.js';
import { ImportKinds } from '../kinds/import-kinds.js';
import { KEPT_DAYS } from '../upkeep/kept-days.js';
import { ITEM } from './item.sql.js';
import { SEEN, seenBy } from './seen-import.js';

/* Counting goes through all rows, and this is asked again and again while they are being worked on. */
const NOTHING_COUNTED = `json_build_object('new', 0, 'change', 0, 'same', 0, 'unsure', 0, 'faulty', 0, 'leaving', 0, 'chosen', 0,
  'chosenLeaving', 0, 'applied', 0, 'failed', 0)`;

const ONE = `
  select ${ITEM}, i.refusal, i.headings, i.samples, i.mapping,
    coalesce(i.options -> 'common', '{}') as common,
    json_build_object('leaversEndOn', i.options ->> 'leaversEndOn') as options,
    case when i.state in ('checking', 'applying') then json_build_object('done', least(i.done, i.todo), 'total', i.todo) end as progress,
    case when i.state in ('checked', 'applied') then import_counts(i.id) else ${NOTHING_COUNTED} end as counts, i.engaged, floor(i.engaged * ${MOST_LEAVING})::int as "mostLeaving",
    to_char(i.checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "checkedAt",
    to_char(i.applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "appliedAt",
    ((i.created_at at time zone 'Europe/London')::date + ${KEPT_DAYS})::text as "clearsOn", i.cleared_at is not null as cleared
  from import i join person p on p.id = i.created_by
  where ${SEEN} and i.id = $4`;

@Injectable()
export class GetImport {
  constructor(
    private readonly sql: Sql,
    private readonly kinds: ImportKinds,
  ) {}

  async run(ctx: Ctx, id: string): Promise<Import> {
    const found = await this.sql.row<Import>('import', ONE, [...seenBy(ctx, this.kinds), id]);
    if (!found) throw new NotFound();
    return found;
  }
}
