import { Injectable } from '@nestjs/common';
import { type Ctx, decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { SupportPersonPage, SupportPersonQuery } from '@lms/contracts';

type Row = SupportPersonPage['items'][number] & { family: string; given: string };

const BEFORE_ALL = ['', '', '00000000-0000-0000-0000-000000000000'] as const;

/** $1 today, $2 pattern of the name, $3 sign-in name as it was typed, $4 to $6 the last row before this page, $7 rows. */
const PEOPLE = `
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, n.name as "signInName",
    (select o.name from engagement e join organisation o on o.id = e.organisation_id
     where e.person_id = p.id and (e.ends_on is null or e.ends_on >= $1) order by e.starts_on limit 1) as "organisationName",
    (exists (select from authenticator_app a where a.person_id = any (persons_as(p.id)) and a.confirmed_at is not null)
      or exists (select from passkey k where k.person_id = any (persons_as(p.id)))) as "hasSecondFactor",
    holds_role(p.id, '{administrator}', $1) as administrator,
    (select to_char(max(s.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from session s where s.person_id = p.id) as "lastSignInAt",
    lower(p.family_name) as family, lower(p.given_name) as given
  from person p
  left join lateral (
    select s.name from sign_in_name s where s.person_id = any (persons_as(p.id)) order by lower(s.name) = lower($3) desc, s.created_at desc limit 1
  ) n on true
  where p.erased_at is null and not exists (select from person_alias i where i.person_id = p.id)
    and (concat_ws(' ', p.given_name, p.known_as, p.family_name) ilike $2
      or p.id = (select who_is(s.person_id) from sign_in_name s where lower(s.name) = lower($3)))
    and (lower(p.family_name), lower(p.given_name), p.id) > ($4::text, $5::text, $6::uuid)
  order by lower(p.family_name), lower(p.given_name), p.id
  limit $7`;

/** Whom an administrator helps, found by name or by the whole sign-in name; nothing of their learning is told. */
@Injectable()
export class FindPeople {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: SupportPersonQuery): Promise<SupportPersonPage> {
    const after = decodeCursor(query.cursor, BEFORE_ALL.length);
    const rows = await this.sql.rows<Row>('support-people', PEOPLE, [
      ...[ctx.today, likePattern(query.q), query.q],
      ...BEFORE_ALL.map((first, i) => after[i] ?? first),
      query.limit + 1,
    ]);
    const page = toPage(rows, query.limit, (row) => [row.family, row.given, row.personId]);
    return { ...page, items: page.items.map(({ family: _f, given: _g, ...item }) => item) };
  }
}
