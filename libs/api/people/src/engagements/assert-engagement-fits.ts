import { type Ctx, Invalid, type ProblemField, type Tx } from '@lms/api-platform';
import type { SaveEngagementRequest } from '@lms/contracts';

interface Found {
  organisation: boolean;
  schemes: number;
  manager: boolean;
}

/** What an engagement refers to is there, and nobody manages their own manager. `at` is where the fields stand in the request. */
export async function assertEngagementFits(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  request: SaveEngagementRequest,
  at: string,
): Promise<void> {
  const schemeIds = [...new Set(request.schemeIds)];
  const [found]: Found[] = await tx.query(
    `select exists (select from organisation where id = $1) as organisation,
       (select count(*)::int from scheme where id = any ($2::uuid[])) as schemes,
       ($3::uuid is null or $3 in (select people_in_scope($4, $5))) as manager`,
    [request.organisationId, schemeIds, request.lineManagerId, ctx.actor.personId, ctx.today],
  );
  const fields: ProblemField[] = [];
  if (!found?.organisation) fields.push({ path: `${at}organisationId`, message: 'Choose an organisation' });
  if (found?.schemes !== schemeIds.length)
    fields.push({ path: `${at}schemeIds`, message: 'One of these schemes is not there any more' });
  if (!found?.manager) fields.push({ path: `${at}lineManagerId`, message: 'Choose somebody from the list' });
  else if (request.lineManagerId) {
    const circle = await circleOf(tx, personId, request.lineManagerId, ctx.today);
    if (circle) fields.push({ path: `${at}lineManagerId`, message: circle });
  }
  if (fields.length > 0) throw new Invalid(fields);
}

/** The managers above the chosen one, if the person is among them. */
async function circleOf(tx: Tx, personId: string, managerId: string, today: string): Promise<string | undefined> {
  if (managerId === personId) return 'Nobody is their own line manager';
  const rows: { names: string }[] = await tx.query(
    `with recursive above(id, route) as (
       select $1::uuid, array[$1::uuid]
       union all
       select e.line_manager_id, a.route || e.line_manager_id
       from above a join engagement e on e.person_id = a.id
       where e.line_manager_id is not null and (e.ends_on is null or e.ends_on >= $3)
         and not e.line_manager_id = any (a.route) and cardinality(a.route) < 30
     )
     select (select string_agg(concat_ws(' ', p.given_name, p.family_name), ', ' order by r.n)
       from unnest(a.route) with ordinality r(id, n) join person p on p.id = r.id) as names
     from above a where a.id = $2 limit 1`,
    [managerId, personId, today],
  );
  return rows[0] && `This would make a circle: ${rows[0].names}`;
}
