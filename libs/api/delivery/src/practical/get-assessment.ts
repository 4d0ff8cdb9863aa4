import { Injectable } from '@nestjs/common';
import { type Ctx, engagementSeenSql, NotFound, Sql } from '@lms/api-platform';
import type { AssessmentSheet, PracticalSettings } from '@lms/contracts';
import { signBasisSql } from './may-sign.sql.js';
import { PracticalPhotos } from './practical-photos.js';

type Row = Omit<AssessmentSheet, 'settings' | 'photos' | 'signed'> & {
  settings: PracticalSettings;
  signedAt: Date | null;
  passed: boolean | null;
};

/**
 * $1 actor, $2 today, $3 assessment. A draft is its assessor's alone, while they may sign; what is signed is also for the
 * learner and for those who may look behind the facts of the learner's record.
 */
const SHEET = `
  select x.id, x.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, o.name as "organisationName",
    e.job_role as "jobRole", c.title as "courseTitle", a.title as "activityTitle", a.settings,
    coalesce(q.note, '') as "askedNote", concat_ws(' ', m.given_name, m.family_name) as "assessorName", x.version, x.results, x.note,
    x.signed_at as "signedAt", x.passed, x.signed_at is null and t.state <> 'open' as closed
  from (
    select d.id, d.attempt_id, d.person_id, d.assessor_id, d.version, d.results, d.note,
      null::timestamptz as signed_at, null::boolean as passed
    from practical_draft d where d.id = $3 and d.assessor_id = $1
    union all
    select s.id, s.attempt_id, s.person_id, s.assessor_id, 0, s.results, s.note, s.signed_at, s.passed
    from practical_sign_off s
    where s.id = $3 and (s.assessor_id = $1
      or may_see_fact($1, s.person_id, (s.signed_at at time zone 'Europe/London')::date, $2))
  ) x
  join attempt t on t.id = x.attempt_id
  join activity a on a.id = t.activity_id
  join course c on c.id = t.course_id
  join person p on p.id = x.person_id
  join person m on m.id = x.assessor_id
  left join practical_request q on q.attempt_id = t.id and q.closed_at is null
  left join lateral (
    select y.organisation_id, y.job_role from engagement y
    where y.person_id = x.person_id and (y.ends_on is null or y.ends_on >= $2) order by ${engagementSeenSql('y.id', '$1', '$2')} desc, y.starts_on desc, y.id limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id
  where p.erased_at is null and (x.signed_at is not null
    or ${signBasisSql({ actor: '$1', today: '$2', person: 'x.person_id', settings: 'a.settings', asked: 'q.id is not null' })} is not null)`;

@Injectable()
export class GetAssessment {
  constructor(
    private readonly sql: Sql,
    private readonly photos: PracticalPhotos,
  ) {}

  async run(ctx: Ctx, id: string): Promise<AssessmentSheet> {
    const row = await this.sql.row<Row>('assessment-sheet', SHEET, [ctx.actor.personId, ctx.today, id]);
    if (!row) throw new NotFound();
    const photosOf = await this.photos.of(ctx, [id]);
    const { signedAt, passed, settings, ...sheet } = row;
    const { assessors: _, ...shown } = settings;
    return {
      ...sheet,
      settings: shown,
      photos: photosOf(id),
      signed: signedAt ? { at: signedAt.toISOString(), passed: passed === true } : null,
    };
  }
}
