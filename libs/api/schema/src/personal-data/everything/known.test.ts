import { Factory, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';
import { TODAY, AT, WORD } from './traces.test.js';
import { putRow, type PutRow } from './put-row.test.js';

/** Who there is, and one course. */
export interface Known {
  db: TestDatabase;
  put: PutRow;
  person: string;
  alias: string;
  other: string;
  team: [string, string];
  organisation: string;
  engagement: string;
  course: string;
  version: string;
  activity: string;
}

/** A person who has left, entered twice, with all by which they signed in; a colleague; and a course. */
export async function known(db: TestDatabase): Promise<Known> {
  const make = new Factory(db);
  const put = putRow(db);
  const organisation = await make.organisation({ name: 'Dunmarsh Surfacing' });
  const person = await make.person({ givenName: 'Zebedee', familyName: 'Quillfeather', contactEmail: 'zeb@home.test' });
  const alias = await make.person({ givenName: 'Zebedee', familyName: 'Quillfeathers', contactEmail: 'zeb@home.test' });
  const other = await make.person({ givenName: 'Owen', familyName: 'Pike', contactEmail: 'owen@home.test' });
  const team: [string, string] = [
    await make.person({ givenName: 'Helen' }),
    await make.person({ givenName: 'Daniel' }),
  ];
  await db.sql(`update person set known_as = 'Zeb', phone = '07700 900777' where id = $1`, [person]);
  const engagement = uuid();
  await put('engagement', {
    ...{ id: engagement, person_id: person, organisation_id: organisation, employee_number: 'zq-4711' },
    ...{ job_role: 'Operative', employment_group: 'site', line_manager_id: other, work_email: 'zeb.work@org.test' },
    ...{ starts_on: '2018-01-08', ends_on: '2019-01-31', created_at: AT, tags: [WORD] },
  });
  await put('leave_of_absence', {
    ...{ id: uuid(), engagement_id: engagement, from_on: '2018-03-01', to_on: '2018-03-09', note: WORD },
    ...{ entered_by: other, entered_at: AT },
  });
  const mistaken = uuid();
  await put('leave_of_absence', {
    ...{ id: mistaken, engagement_id: engagement, from_on: '2018-05-01', to_on: '2018-05-09', note: WORD },
    ...{ entered_by: other, entered_at: AT },
  });
  await db.sql('delete from leave_of_absence where id = $1', [mistaken]);
  await make.grant({ personId: person, role: 'trainer', startsOn: '2018-02-01', endsOn: '2018-12-31' });

  await put('sign_in_name', { id: uuid(), person_id: person, name: 'zebq', kind: 'username', created_at: AT });
  await put('password', { person_id: person, hash: WORD, changed_at: AT });
  await put('sign_in_card', {
    ...{ id: uuid(), person_id: person, issued_by: team[0], issued_at: AT, expires_at: AT, kind: 'first' },
  });
  const session = uuid();
  await put('session', {
    ...{ id: session, person_id: person, client: 'browser', device: WORD, created_at: AT, last_used_at: AT },
    expires_at: AT,
  });
  await put('authenticator_app', { person_id: person, sealed_secret: Buffer.from(WORD), created_at: AT });
  await put('passkey', {
    ...{ id: uuid(), person_id: person, credential_id: WORD, public_key: Buffer.from('k'), counter: 1, name: WORD },
    created_at: AT,
  });
  await put('recovery_code', { hash: Buffer.from('a4'), person_id: person, created_at: AT });
  await put('passkey_challenge', { session_id: session, purpose: 'add', challenge: WORD, expires_at: AT });
  await put('impersonation', {
    ...{ id: uuid(), session_id: session, administrator_id: team[0], person_id: person, reason: WORD },
    ...{ started_at: AT, ends_at: AT },
  });
  await put('refresh_token', { hash: Buffer.from('a1'), session_id: session, issued_at: AT });
  await put('one_time_link', {
    hash: Buffer.from('a2'),
    kind: 'reset',
    person_id: person,
    created_at: AT,
    expires_at: AT,
  });
  await put('leaver_link', {
    ...{ id: uuid(), person_id: person, hash: Buffer.from('a3'), sent_to: 'zeb@home.test', created_at: AT },
    ends_on: TODAY,
  });
  await put('privacy_acceptance', { person_id: person, notice_version: 1, accepted_at: AT });

  const course = await make.course({ title: 'Service avoidance' });
  const version = await make.courseVersion({ courseId: course, validityMonths: 36 });
  const activity = uuid();
  await db.sql(
    `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Talk')`,
    [activity, version],
  );
  await make.publish(version);
  return { db, put, person, alias, other, team, organisation, engagement, course, version, activity };
}
