import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const AT = '2026-11-02T09:00:00Z';

/** `COPY` and a merge: what has to be written in any case, with the product's own triggers, and nothing looked at. */
export async function mergePlainly(url: string, file: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`create temp table given (organisation text, number text, given_name text, family_name text, job_role text,
      employment_group text, starts_on date, manager text, work_email text, person_id uuid default gen_random_uuid(),
      engagement_id uuid default gen_random_uuid()) on commit drop`);
    const columns =
      'organisation, number, given_name, family_name, job_role, employment_group, starts_on, manager, work_email';
    await pipeline(
      Readable.from([file]),
      client.query(copyFrom(`copy given (${columns}) from stdin (format csv, header)`)),
    );
    await client.query('analyze given');
    await client.query(
      `insert into person (id, given_name, family_name, created_at) select person_id, given_name, family_name, $1::timestamptz from given`,
      [AT],
    );
    await client.query(
      `insert into engagement (id, person_id, organisation_id, employee_number, job_role, employment_group, line_manager_id, work_email,
         starts_on, created_at)
       select g.engagement_id, g.person_id, o.id, g.number, g.job_role, g.employment_group, m.person_id, g.work_email, g.starts_on, $1::timestamptz
       from given g join organisation o on o.name = g.organisation
       left join given m on m.organisation = g.organisation and m.number = g.manager`,
      [AT],
    );
    for (const type of ['person.added', 'person.saved', 'engagement.saved']) {
      await client.query(
        `insert into outbox_event (at, type, person_id, payload, handled_at)
         select $1::timestamptz, $2, person_id, jsonb_build_object('personId', person_id, 'engagementId', engagement_id), $1::timestamptz from given`,
        [AT, type],
      );
    }
    await client.query(
      `insert into audit_event (at, action, target_type, target_id)
       select $1::timestamptz, 'person.add', 'person', person_id from given union all select $1::timestamptz, 'engagement.add', 'engagement', engagement_id from given`,
      [AT],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}
