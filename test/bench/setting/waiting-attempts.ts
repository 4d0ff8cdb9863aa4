import type { Instance } from '../../../tools/instance.mjs';
import { databaseUrl, rowsOf } from './database.js';
import type { SignedIn } from './learners.js';

export const SHA = 'b'.repeat(64);

const COURSES = `
  with given as materialized (
    select gen_random_uuid() as course, gen_random_uuid() as version, gen_random_uuid() as activity, n from generate_series(1, $1::int) n
  ), courses as (
    insert into course (id, code, title, visibility, created_at)
    select course, 'D' || $2::int || '-' || n, 'Document ' || n, 'hidden', '2026-01-05' from given
  ), versions as (
    insert into course_version (id, course_id, number, validity_months, minutes, created_at)
    select version, course, 1, 24, 5, '2026-01-05' from given
  ), activities as (
    insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256, media_type, file_name)
    select activity, version, activity, 1, 'document', 'Read', '${SHA}', 'application/pdf', 'read.pdf' from given
  )
  select course, version, activity from given`;

const PUBLISH = `update course_version v set state = 'published', published_at = '2026-01-05' from course c
  where c.id = v.course_id and c.code like 'D' || $1::int || '-%'`;

/** Each learner has begun each of the courses, which somebody asks of them. */
const BEGUN = `
  with pairs as materialized (
    select gen_random_uuid() as attempt, gen_random_uuid() as assignment, p.id as person, c.course, c.version, c.activity
    from jsonb_array_elements_text($1) p0(id) cross join lateral (select p0.id::uuid as id) p
    cross join jsonb_to_recordset($2) as c(course uuid, version uuid, activity uuid)
  ), attempts as (
    insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
    select attempt, person, activity, version, course, 1, '2026-01-06T09:00:00Z', '2026-01-06T09:00:00Z' from pairs
  ), requests as (
    insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
    select course, course, 'bench', '{}', 'given', (select person from pairs limit 1), '2026-01-06' from jsonb_to_recordset($2) as c(course uuid)
  ), assignments as (
    insert into assignment (id, person_id, course_id, due_on, opens_on, created_at)
    select assignment, person, course, '2030-01-01', '2026-01-06', '2026-01-06' from pairs
  ), reasons as (
    insert into assignment_reason (id, assignment_id, kind, request_id, due_on, opens_on, since)
    select gen_random_uuid(), assignment, 'person', course, '2030-01-01', '2026-01-06', '2026-01-06' from pairs
  ), standings as (
    insert into standing_dates (person_id, course_id, required, due_on, opens_on, ever_completed, lifetime, started_on)
    select person, course, true, '2030-01-01', '2026-01-06', false, false, '2026-01-06' from pairs
  )
  select attempt, person from pairs`;

const TABLES = ['attempt', 'assignment', 'assignment_reason', 'assignment_request'];

/** Documents that wait to be acknowledged, each of which completes a course: so many for each learner. */
export class WaitingAttempts {
  private batch = 0;

  constructor(
    private readonly instance: Instance,
    private readonly learners: readonly SignedIn[],
  ) {}

  async make(each: number): Promise<string[][]> {
    const owner = await databaseUrl(this.instance.dataDir, 'waymark_owner');
    this.batch += 1;
    const courses = await rowsOf(owner, COURSES, [each, this.batch]);
    await rowsOf(owner, PUBLISH, [this.batch]);
    const turn = (state: string) => TABLES.map((table) => `alter table ${table} ${state} trigger user`).join('; ');
    await rowsOf(owner, turn('disable'));
    const made = await rowsOf<{ attempt: string; person: string }>(owner, BEGUN, [
      JSON.stringify(this.learners.map(({ personId }) => personId)),
      JSON.stringify(courses),
    ]);
    await rowsOf(owner, turn('enable'));
    await rowsOf(owner, 'analyze attempt, assignment, assignment_reason, standing_dates');
    const of = Map.groupBy(made, ({ person }) => person);
    return this.learners.map(({ personId }) => (of.get(personId) ?? []).map(({ attempt }) => attempt));
  }
}
