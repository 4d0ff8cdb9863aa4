import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { withDatabase } from '../../support/with-database.js';
import { PASSWORD } from '../prepare.js';

export const ADVISER = 'adviser';
const AT = '2026-01-05T09:00:00Z';

export interface Workforce {
  courseId: string;
  engagementIds: string[];
}

/** One organisation with so many site people, somebody of the People Team who may do everything alone, and a course. */
export function preparePeople(dataDir: string, people: number): Promise<Workforce> {
  return withDatabase(dataDir, async (sql) => {
    const [organisation, courseId, adviser] = [randomUUID(), randomUUID(), randomUUID()];
    const secret = await hash(PASSWORD, { algorithm: 2, memoryCost: 1024, timeCost: 1, parallelism: 1 });
    await sql(
      `insert into organisation (id, kind, name, short_name, created_at) values ($1, 'supplier', 'Crew', 'Crew', $2)`,
      [organisation, AT],
    );
    await sql(`insert into person (id, given_name, family_name, created_at) values ($1, 'Ada', 'Viser', $2)`, [
      adviser,
      AT,
    ]);
    await sql(`insert into password (person_id, hash, changed_at) values ($1, $2, $3)`, [adviser, secret, AT]);
    await sql(`insert into sign_in_name (id, person_id, name, kind, created_at) values ($1, $2, $3, 'username', $4)`, [
      randomUUID(),
      adviser,
      ADVISER,
      AT,
    ]);
    await sql(
      `insert into role_grant (id, person_id, role, starts_on, created_at) values ($1, $2, 'people-team', '2026-01-05', $3)`,
      [randomUUID(), adviser, AT],
    );
    await sql(`insert into course (id, code, title, created_at) values ($1, 'SITE', 'On site', $2)`, [courseId, AT]);
    const version = randomUUID();
    await sql(
      `insert into course_version (id, course_id, number, minutes, validity_months, created_at) values ($1, $2, 1, 5, 12, $3)`,
      [version, courseId, AT],
    );
    await sql(`update course_version set state = 'published', published_at = $2 where id = $1`, [version, AT]);
    const rows = Array.from({ length: people }, () => ({ person: randomUUID(), engagement: randomUUID() }));
    const from = 'from jsonb_to_recordset($1) as r(person uuid, engagement uuid)';
    await sql(
      `insert into person (id, given_name, family_name, created_at) select r.person, 'Sam', left(r.person::text, 8), $2 ${from}`,
      [JSON.stringify(rows), AT],
    );
    await sql(
      `insert into engagement (id, person_id, organisation_id, employee_number, job_role, employment_group, starts_on, created_at)
       select r.engagement, r.person, $3, left(r.engagement::text, 18), 'Operative', 'site', '2026-01-05', $2 ${from}`,
      [JSON.stringify(rows), AT, organisation],
    );
    return { courseId, engagementIds: rows.map(({ engagement }) => engagement) };
  });
}

/** A rule over all site people, put in force as if two people had approved it: what is tried is its application. */
export function putRuleInForce(dataDir: string, courseId: string, today: string): Promise<void> {
  return withDatabase(dataDir, async (sql) => {
    const [rule, version] = [randomUUID(), randomUUID()];
    const [{ id: adviser } = {}] = await sql(`select person_id as id from sign_in_name where name = $1`, [ADVISER]);
    await sql(`insert into assignment_rule (id, name, owner_id, created_at) values ($1, 'Site people', $2, $3)`, [
      rule,
      adviser,
      AT,
    ]);
    await sql(
      `insert into rule_version (id, rule_id, number, state, predicate, course_id, due, effective_on, created_by, created_at, applied_by, applied_at)
       values ($1, $2, 1, 'active', '{"is": "group", "in": ["site"]}', $3, '{"kind": "after-assignment", "days": 14, "realisticDays": 7}',
         $4, $5, $6, $5, $6)`,
      [version, rule, courseId, today, adviser, AT],
    );
    // It stands still since long, so that the worker takes it up at its next look.
    await sql(
      `insert into rule_run (id, kind, rule_id, rule_version_id, requested_at, moved_at) values ($1, 'apply', $2, $3, $4, $4)`,
      [randomUUID(), rule, version, AT],
    );
  });
}
