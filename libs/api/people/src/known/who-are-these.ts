import { engagementSeenSql, manyInScopeSql } from '@lms/api-platform';
import type { Tx } from '@lms/api-platform';
import { nameSql } from '../shared/sql-text.js';

/** What a row says of somebody; '' for what it does not say. */
export interface Described {
  n: number;
  /** Name or short name. */
  organisation: string;
  number: string;
  email: string;
  phone: string;
  /** Given and family name. */
  name: string;
  /** With these, namesakes at the organisation come into question too. */
  given?: string;
  family?: string;
}

export interface PersonInQuestion {
  id: string;
  name: string;
  /** Where they are engaged, for telling two of a name apart. */
  detail: string;
  /** By the number that the organisation gave them. */
  sure: boolean;
  /** Of the names, 0 to 1; null when no name was given. */
  likeness: number | null;
  /** Whether the actor sees them. */
  seen: boolean;
}

export interface Known {
  /** Null when the name means no organisation. */
  organisationId: string | null;
  /** The likeliest first. */
  people: PersonInQuestion[];
}

const DETAIL = `coalesce((
  select o.name || ', ' || e.job_role || ', ' || e.employee_number from engagement e join organisation o on o.id = e.organisation_id
  where e.person_id = w.person_id order by ${engagementSeenSql('e.id', '$2', '$3')} desc, e.ends_on is null or e.ends_on >= $3 desc, e.starts_on desc limit 1), '')`;

const WHO = `
  select w.n, w.organisation_id as "organisationId",
    coalesce(json_agg(json_build_object('id', w.person_id, 'name', ${nameSql('w.person_id')}, 'detail', ${DETAIL}, 'sure', w.sure,
      'likeness', w.likeness, 'seen', ${manyInScopeSql('w.person_id', '$2', '$3')})
      order by w.sure desc, w.likeness desc nulls last, w.person_id) filter (where w.person_id is not null), '[]') as people
  from who_are_these($1, $4) w group by w.n, w.organisation_id`;

/** Who is meant by each row, in one statement; the answers by their numbers. `least` is how much names have to be alike. */
export async function whoAreThese(
  tx: Tx,
  { actorId, today, least }: { actorId: string; today: string; least: number },
  rows: readonly Described[],
): Promise<Map<number, Known>> {
  const known: (Known & { n: number })[] = await tx.query(WHO, [JSON.stringify(rows), actorId, today, least]);
  return new Map(known.map(({ n, ...one }) => [n, one]));
}
