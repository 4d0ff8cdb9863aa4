import type { Tx } from '@lms/api-platform';

interface Asked {
  n: number;
  personId: string | null;
  course: string;
  completedOn: string | null;
  trainingOf: string;
  title: string;
}

/** What stands of a completion that a row tells of; null for what is not there. */
export interface RecordedFacts {
  n: number;
  own: boolean;
  courseId: string | null;
  code: string | null;
  courseTitle: string | null;
  versionId: string | null;
  /** By the course's own validity; null is for life. */
  until: string | null;
  /** The same person, course and day stands on the record. */
  recorded: boolean;
  recordedUntil: string | null;
  /** How often the very same was taken back. */
  takenBack: number;
  companyId: string | null;
  company: string | null;
}

const FACTS = `
  select g.n, coalesce(same_person(g."personId", $2), false) as own, c.id as "courseId", c.code, c.title as "courseTitle", v.id as "versionId",
    version_counts_until(v.id, g."personId", g."completedOn")::text as until,
    coalesce(e.id, a.id) is not null as recorded, coalesce(e.valid_until, a.expires_on)::text as "recordedUntil",
    (select count(*)::int from ledger_entry l where l.person_id = any (persons_as(g."personId")) and l.course_id = c.id
      and l.kind = 'completion' and l.source = 'import' and l.completed_on = g."completedOn" and is_revoked(l.person_id, l.seq)) as "takenBack",
    o.id as "companyId", o.name as company
  from jsonb_to_recordset($1::jsonb) g(n int, "personId" uuid, course text, "completedOn" date, "trainingOf" text, title text)
  left join organisation o on g."trainingOf" <> '' and o.id = organisation_named(g."trainingOf")
  left join lateral (
    select c.* from course c where g."trainingOf" = '' and not c.template and (lower(c.code) = lower(g.course) or lower(c.title) = lower(g.course))
    order by lower(c.code) = lower(g.course) desc, c.id limit 1
  ) c on true
  left join lateral (
    select v.* from course_version v where v.course_id = c.id and v.state in ('published', 'retired')
    order by (v.published_at at time zone 'Europe/London')::date <= g."completedOn" desc,
      case when (v.published_at at time zone 'Europe/London')::date <= g."completedOn" then -v.number else v.number end
    limit 1
  ) v on true
  left join lateral (
    select l.course_id as id, l.valid_until from completions_of(g."personId", c.id) l
    where l.completed_on = g."completedOn" order by l.valid_until desc nulls first limit 1
  ) e on true
  left join lateral (
    select a.id, a.expires_on from outside_award a
    where o.id is not null and a.person_id = any (persons_as(g."personId")) and a.awarded_on = g."completedOn"
      and a.qualification_id = qualification_of('company-course', '', o.id, g.course, g.title)
      and not exists (select from outside_award_end x where x.award_id = a.id)
    limit 1
  ) a on true`;

export async function recordedFacts(
  tx: Tx,
  actorId: string,
  rows: readonly Asked[],
): Promise<Map<number, RecordedFacts>> {
  const facts: RecordedFacts[] = await tx.query(FACTS, [JSON.stringify(rows), actorId]);
  return new Map(facts.map((one) => [one.n, one]));
}
