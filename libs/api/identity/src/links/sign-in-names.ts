import { Injectable } from '@nestjs/common';
import type { Tx } from '@lms/api-platform';
import { londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';

interface Candidate {
  name: string;
  /** Of a work address: it stops being a name when this ends. */
  engagementId: string | null;
}

/** $1 person, $2 today. A merged entry's names lead to the person too. */
const LIVING = `
  select n.name from sign_in_name n left join engagement e on e.id = n.engagement_id
  where n.person_id = any (persons_as($1)) and (e.id is null or e.ends_on is null or e.ends_on >= $2)
  order by n.created_at desc limit 1`;

/** $1 person, $2 today, $3 what was chosen or null. */
const CANDIDATES = `
  select $3::text as name, null as "engagementId" where $3::text is not null
  union all
  (select e.work_email, e.id::text from engagement e
   where e.person_id = $1 and e.work_email is not null and (e.ends_on is null or e.ends_on >= $2) order by e.starts_on desc)
  union all
  select p.contact_email, null from person p where p.id = $1 and p.contact_email is not null`;

/**
 * What could be a name as long as the person works: the work address of the engagement that goes on for longest, else their
 * own address. Nothing for whom a name lasts that long already, for whom nobody made an account, and for who has left.
 */
const LASTING = `
  with work as (
    select max(coalesce(e.ends_on, 'infinity')) as until from engagement e
    where e.person_id = $1 and (e.ends_on is null or e.ends_on >= $2)
  ), named as (
    select coalesce(e.ends_on, 'infinity') as until from sign_in_name n left join engagement e on e.id = n.engagement_id
    where n.person_id = any (persons_as($1))
  ), wanted as (
    select work.until from work
    where work.until is not null and exists (select from named) and not exists (select from named where named.until >= work.until)
  )
  (select e.work_email as name, e.id::text as "engagementId" from wanted
   join engagement e on e.person_id = $1 and coalesce(e.ends_on, 'infinity') = wanted.until
   where e.work_email is not null order by e.starts_on desc)
  union all
  select p.contact_email, null from wanted join person p on p.id = $1
  where p.contact_email is not null and p.erased_at is null`;

/** How somebody is called when they sign in: what was chosen for them, else the work address, else their own. */
@Injectable()
export class SignInNames {
  /** Answers the name, newly made if there was none that still serves; null when nothing can serve as one. */
  async ensure(tx: Tx, personId: string, at: Date, chosen?: string | null): Promise<string | null> {
    const today = londonDate(at);
    const existing: { name: string }[] = await tx.query(LIVING, [personId, today]);
    if (existing[0]) return existing[0].name;
    return takeFirst(tx, personId, at, await tx.query(CANDIDATES, [personId, today, chosen ?? null]));
  }

  /**
   * An account is for life and a work address is not: whoever goes on working when the last of their names ends gets
   * another one. Answers it; null where none is needed, or none can be had.
   */
  async keepUp(tx: Tx, personId: string, at: Date): Promise<string | null> {
    return takeFirst(tx, personId, at, await tx.query(LASTING, [personId, londonDate(at)]));
  }
}

/** The first that nobody else has. One's own of an earlier engagement with the same address belongs to the new one. */
async function takeFirst(tx: Tx, personId: string, at: Date, candidates: Candidate[]): Promise<string | null> {
  for (const { name, engagementId } of candidates) {
    const made: unknown[] = await tx.query(
      `insert into sign_in_name (id, person_id, name, kind, engagement_id, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (lower(name)) do update set engagement_id = excluded.engagement_id
         where sign_in_name.person_id = any (persons_as(excluded.person_id))
       returning id`,
      [uuid(), personId, name, name.includes('@') ? 'email' : 'username', engagementId, at],
    );
    if (made.length > 0) return name;
  }
  return null;
}
