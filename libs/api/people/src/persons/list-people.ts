import { type Ctx, decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { PersonItem, PersonPage, PersonQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

type Row = PersonItem & { place: string };

/**
 * People in scope, each with the engagement that matters today: a current one, else one that is planned, else the last.
 * $1 who asks, $2 today, $3 words, $4 organisation, $5 scheme, $6 group, $7 status, $8 and $9 where to go on, $10 how many.
 */
const PEOPLE = `
  select p.id, concat_ws(' ', p.given_name, p.family_name) as name, e.organisation_id as "organisationId", o.short_name as "organisationName",
    e.job_role as "jobRole", e.employment_group as "employmentGroup",
    array(select s.name from scheme s where s.id = any (e.scheme_ids) order by s.name) as schemes,
    e.starts_on::text as "startsOn", e.ends_on::text as "endsOn", coalesce(e.status, 'left') as status,
    lower(concat_ws(' ', p.family_name, p.given_name)) as place
  from person p
  join people_in_scope($1, $2) scope(id) on scope.id = p.id
  left join lateral (
    select x.*, case when x.ends_on < $2 then 'left' when x.starts_on > $2 then 'planned' else 'current' end as status
    from engagement x
    where x.person_id = p.id and ($4::uuid is null or x.organisation_id = $4) and ($5::uuid is null or $5 = any (x.scheme_ids))
    order by case when x.ends_on < $2 then 3 when x.starts_on > $2 then 2 else 1 end, x.starts_on desc limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id
  where p.erased_at is null
    and ($3::text[] is null or not exists (
      select from unnest($3::text[]) w
      where not (concat_ws(' ', p.given_name, p.family_name, p.known_as) ilike w or coalesce(e.employee_number ilike w, false))
    ))
    and ($4::uuid is null or e.id is not null) and ($5::uuid is null or e.id is not null)
    and ($6::text is null or e.employment_group = $6)
    and ($7::text is null or coalesce(e.status, 'left') = $7)
    and ($8::text is null or (lower(concat_ws(' ', p.family_name, p.given_name)), p.id) > ($8, $9::uuid))
  order by place, p.id limit $10`;

@Injectable()
export class ListPeople {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: PersonQuery): Promise<PersonPage> {
    const [place, id] = decodeCursor(query.cursor, 2);
    const words = query.q?.split(/\s+/).filter(Boolean).slice(0, 8).map(likePattern) ?? [];
    const rows = await this.sql.rows<Row>('list-people', PEOPLE, [
      ctx.actor.personId,
      ctx.today,
      words.length > 0 ? words : null,
      query.organisationId ?? null,
      query.schemeId ?? null,
      query.group ?? null,
      query.status ?? null,
      place,
      id,
      query.limit + 1,
    ]);
    const page = toPage(rows, query.limit, (r) => [r.place, r.id]);
    return { ...page, items: page.items.map(({ place: _, ...item }) => item) };
  }
}
