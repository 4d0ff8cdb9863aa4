import { Injectable } from '@nestjs/common';
import { Clock, Sql } from '@lms/api-platform';

export interface Account {
  /** Who signs in; and the entry whose name and password these are, which may have been merged into that person. */
  personId: string;
  holderId: string;
  name: string;
  knownAs: string;
  hash: string | null;
  /** The hash is that of a PIN that was drawn, good until then; null for a password of their own. */
  pinUntil: Date | null;
  /** Where a link for this account may be sent; null when there is no address. */
  email: string | null;
}

/** A work address is no sign-in once its engagement is over; a person who has left has none at all. */
const ACCOUNT = `
  select who.id as "personId", p.id as "holderId", concat_ws(' ', p.given_name, p.family_name) as name, coalesce(p.known_as, p.given_name) as "knownAs",
    w.hash, w.pin_until as "pinUntil", case when n.kind = 'email' then n.name else p.contact_email end as email
  from sign_in_name n
  join person p on p.id = n.person_id and p.erased_at is null
  cross join lateral (select who_is(p.id) as id) who
  left join engagement e on e.id = n.engagement_id
  left join password w on w.person_id = p.id
  where lower(n.name) = lower($1)
    and (e.id is null or e.ends_on is null or e.ends_on >= $2)
    and (
      exists (select from engagement c where c.person_id = who.id and (c.ends_on is null or c.ends_on >= $2))
      or not exists (select from engagement c where c.person_id = who.id)
    )`;

@Injectable()
export class FindAccount {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  run(name: string): Promise<Account | undefined> {
    return this.sql.row<Account>('account', ACCOUNT, [name, this.clock.today()]);
  }
}
