import { Injectable } from '@nestjs/common';
import { type Ctx, decodeCursor, engagementSeenSql, Forbidden, inScopeSql, Sql, toPage } from '@lms/api-platform';
import type { EvidencePage, EvidenceQuery, EvidenceQueueItem } from '@lms/contracts';
import { patternsOf } from '../practical/list-to-assess.js';

type Row = Omit<EvidenceQueueItem, 'submittedAt'> & { submittedAt: Date; since: string };

const COLUMNS = `
  s.id, s.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, o.name as "organisationName",
  t.activity_id as "activityId", c.title as "courseTitle", s.issuer, s.state, s.expires_on::text as "expiresOn",
  s.submitted_at as "submittedAt", concat_ws(' ', w.given_name, w.family_name) as "submittedByName",
  case when k.outcome = 'returned' then k.note end as reason,
  to_char(s.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as since`;

const JOINS = `
  join attempt t on t.id = s.attempt_id
  join course c on c.id = t.course_id
  join person p on p.id = s.person_id
  join person w on w.id = s.submitted_by
  left join evidence_check k on k.id = s.id
  left join lateral (
    select x.organisation_id from engagement x
    where x.person_id = s.person_id and (x.ends_on is null or x.ends_on >= $2) order by ${engagementSeenSql('x.id', '$1', '$2')} desc, x.starts_on desc, x.id limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id`;

const FOUND = `($3::text[] is null or concat_ws(' ', p.given_name, p.known_as, p.family_name, c.title, s.issuer) ilike all ($3))`;

/** Of whoever works there or will, as far as the reader sees where: $7 an organisation with the tiers below it, $8 a scheme. */
const WORKS = `($7::uuid is null and $8::uuid is null or exists (
  select from engagement x
  where x.person_id = s.person_id and (x.ends_on is null or x.ends_on >= $2)
    and ($7::uuid is null or x.organisation_id in (select organisation_and_below($7)))
    and ($8::uuid is null or x.scheme_ids @> array[$8::uuid])
    and (holds_role($1, '{people-team,auditor}', $2) or x.id in (select engagements_in_scope($1, $2)))))`;

/** What waits, longest first: never one's own, nor what one sent. $4 and $5 the last row before, $6 rows. */
const TO_CHECK = `
  select ${COLUMNS} from evidence_submission s ${JOINS}
  where s.state = 'waiting' and t.state = 'open' and p.erased_at is null
    and not same_person(s.person_id, $1) and not same_person(s.submitted_by, $1)
    and ${inScopeSql('s.person_id', '$1', '$2')}
    and ${FOUND} and ${WORKS}
    and (s.submitted_at, s.id) > (coalesce(nullif($4, '') || 'Z', '-infinity')::timestamptz, $5::uuid)
  order by s.submitted_at, s.id limit $6`;

/** What somebody sent for others whom they still may send for, newest first; the latest of each attempt. */
const SENT = `
  select ${COLUMNS} from evidence_submission s ${JOINS}
  where s.submitted_by = $1 and s.person_id <> $1 and s.state <> 'replaced' and p.erased_at is null
    and (holds_role($1, '{people-team}', $2) or (s.person_id in (select coordinated_by($1, $2))) is true)
    and not exists (select from evidence_submission n where n.attempt_id = s.attempt_id and n.submitted_at > s.submitted_at)
    and ${FOUND} and ${WORKS}
    and (s.submitted_at, s.id) < (coalesce(nullif($4, '') || 'Z', 'infinity')::timestamptz, $5::uuid)
  order by s.submitted_at desc, s.id desc limit $6`;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class ListEvidence {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: EvidenceQuery): Promise<EvidencePage> {
    const toCheck = query.list === 'to-check';
    if (toCheck && !ctx.actor.permissions.has('record.write')) throw new Forbidden();
    const [since, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<Row>(toCheck ? 'evidence-to-check' : 'evidence-sent', toCheck ? TO_CHECK : SENT, [
      ctx.actor.personId,
      ctx.today,
      patternsOf(query.q),
      since ?? '',
      id ?? (toCheck ? FIRST_ID : LAST_ID),
      query.limit + 1,
      query.organisationId ?? null,
      query.schemeId ?? null,
    ]);
    const page = toPage(rows, query.limit, (row) => [row.since, row.id]);
    return {
      ...page,
      items: page.items.map(({ since: _, submittedAt, ...item }) => ({
        ...item,
        submittedAt: submittedAt.toISOString(),
      })),
    };
  }
}
