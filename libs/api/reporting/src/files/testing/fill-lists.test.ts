import type { AddSchedule, Created } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import type { Client, TestApp } from '../../../../../../test/http/test-app.js';

const AT = '2026-01-05T09:00:00Z';

interface World {
  t: TestApp;
  today: string;
  /** By given name. */
  people: Readonly<Record<string, string>>;
  clients: Readonly<Record<string, Client>>;
  organisations: Readonly<Record<string, string>>;
  /** The course in whose published version something is reported. */
  plant: string;
}

/** Something on each of the lists that courses, people and data protection have besides, and which path, question and session it is about. */
export async function fillLists({
  t,
  today,
  people,
  clients,
  organisations,
  plant,
}: World): Promise<{ path: string; question: string; session: string }> {
  const id = (name: string): string => people[name] ?? '';
  const post = async (who: string, url: string, body: object): Promise<string> => {
    const answer = await clients[who]?.post(url, body);
    if (answer?.status !== 201) throw new Error(`${url}: ${answer?.body}`);
    return answer.json<Created>().id;
  };
  const tollbar = { organisationId: organisations['Tollbar'] ?? '' };
  await t.make.scheme({ code: 'NEAR', name: 'Near' });
  await library(t);
  const bank = await post('Ann', '/question-banks', { title: 'Plant questions' });
  const question = await answeredWrongly(t, bank, [id('Ion'), id('Tom')]);
  await post('Helen', '/audiences', { name: 'Site', predicate: { is: 'group', in: ['site'] } });
  await post('Rosa', '/schedules', {
    ...{ name: 'Weekly people', list: 'people', format: 'csv', recipientIds: [id('Rosa')] },
    cadence: { every: 'week', weekday: 1, at: '07:30' },
  } satisfies Omit<AddSchedule, 'filters'>);
  const path = await post('Helen', '/paths', { code: 'SITE', title: 'Site path' });
  await onPath(t, path, today, id);
  await submitted(t, path, id('Helen'), '2026-01-05');
  await submitted(t, await post('Daniel', '/paths', { code: 'DOCK', title: 'Dock path' }), id('Daniel'), '2026-01-06');
  await t.db.sql(
    `insert into problem_report (id, course_id, course_version_id, activity_id, person_id, words, device, created_at)
     select $1, v.course_id, v.id, a.id, $2, 'It stops', $4, $5
     from course_version v join activity a on a.course_version_id = v.id where v.course_id = $3`,
    [
      ...[uuid(), id('Ion'), plant],
      JSON.stringify({ userAgent: 'Phone', language: 'en', timeZone: '', screen: '', viewport: '', pixelRatio: 1 }),
      AT,
    ],
  );
  await practical(t, id('Marek'), id('Greg'));
  await twice(t, id('Helen'));
  await protection(t, today, tollbar, id);
  const session = await booked(t, addDays(today, 3), plant, id);
  return { path, question, session };
}

/** Greg trains it; somebody of each organisation has a place. */
async function booked(t: TestApp, day: string, plant: string, id: (name: string) => string): Promise<string> {
  const session = uuid();
  await t.db.sql(
    `insert into training_session (id, course_id, activity_id, form, starts_at, ends_at, place, planned_by, planned_at)
     select $1, v.course_id, a.id, 'classroom', ($2 || 'T09:00Z')::timestamptz, ($2 || 'T10:00Z')::timestamptz, 'Gate 4', $3, $4
     from course_version v join activity a on a.course_version_id = v.id where v.course_id = $5`,
    [session, day, id('Helen'), AT, plant],
  );
  await t.db.sql('insert into session_trainer (id, session_id, person_id) values ($1, $2, $3)', [
    ...[uuid(), session, id('Greg')],
  ]);
  for (const [queue, name] of ['Tom', 'Marek', 'Ion'].entries())
    await t.db.sql(
      `insert into session_booking (id, session_id, person_id, engagement_id, state, queue, key, booked_by, booked_at)
       select $1, $2, e.person_id, e.id, 'booked', $3, $1, $4, $5 from engagement e where e.person_id = $6`,
      [uuid(), session, queue, id('Helen'), AT, id(name)],
    );
  return session;
}

async function library(t: TestApp): Promise<void> {
  for (const [kind, name] of [
    ['document', 'Method statement'],
    ['image', 'Zone'],
  ]) {
    const resource = uuid();
    await t.db.sql('insert into resource (id, kind, title, created_at) values ($1, $2, $3, $4)', [
      ...[resource, kind, name, AT],
    ]);
    await t.db.sql(
      `insert into resource_revision (id, resource_id, number, kind, sha256, name, size, media_type, summary, created_at)
       values ($1, $2, 1, $3, repeat(md5($4), 2), $4, 2048, 'application/octet-stream', '12 pages', $5)`,
      [uuid(), resource, kind, `${name}.bin`, AT],
    );
  }
}

/** Ion and Tom are on it; Greg has something to do for Ion. */
async function onPath(t: TestApp, path: string, today: string, id: (name: string) => string): Promise<void> {
  const [stage, step] = [uuid(), uuid()];
  await t.db.sql(
    `insert into path_stage (id, path_version_id, position, title, day_offset)
     select $1, id, 1, 'First', 0 from path_version where path_id = $2`,
    [stage, path],
  );
  await t.db.sql(
    `insert into path_step (id, stage_id, position, kind, title, doer, day_offset, key) values ($1::uuid, $2, 1, 'task', 'Show the site', 'line-manager', 0, $1::uuid)`,
    [step, stage],
  );
  for (const [n, name] of ['Ion', 'Tom'].entries()) {
    const enrolment = uuid();
    await t.db.sql(
      `insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at)
       select $1, e.person_id, e.id, v.path_id, v.id, $4::date, $4::date, $4::date, $5
       from engagement e, path_version v where e.person_id = $2 and v.path_id = $3`,
      [enrolment, id(name), path, addDays(today, -n), AT],
    );
    if (name === 'Ion')
      await t.db.sql(
        `insert into path_task (id, path_enrolment_id, path_step_id, step_key, person_id, doer, assignee_id, due_on, opens_on, created_at)
         values ($1, $2, $3, $3, $4, 'line-manager', $5, $6, $6, $7)`,
        [uuid(), enrolment, step, id('Ion'), id('Greg'), today, AT],
      );
  }
}

const submitted = (t: TestApp, path: string, by: string, at: string) =>
  t.db.sql(
    `update path_version set state = 'in-review', submitted_by = $2, submitted_at = $3::timestamptz where path_id = $1`,
    [path, by, at],
  );

/** One that waits for a signature, and one that a trainer recorded. */
async function practical(t: TestApp, personId: string, trainer: string): Promise<void> {
  const [activity, attempt] = [uuid(), uuid()];
  await t.db.sql(
    `insert into activity (id, lineage_id, course_version_id, position, kind, title, settings)
     select $1, $1, v.id, 1, 'practical', 'Signalling', '{"assessors": {"trainers": true, "lineManagers": true, "personIds": []}}'
     from course_version v join course c on c.id = v.course_id where c.code = 'LATER'`,
    [activity],
  );
  await t.db.sql(
    `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
     select $1, $2, $3, v.id, v.course_id, 1, $4, $4
     from course_version v join course c on c.id = v.course_id where c.code = 'LATER'`,
    [attempt, personId, activity, AT],
  );
  await t.db.sql(
    `insert into practical_request (id, attempt_id, person_id, note, asked_at) values ($1, $2, $3, 'At the gate', $4)`,
    [uuid(), attempt, personId, AT],
  );
  await t.db.sql(
    `insert into in_person_record (id, attempt_id, person_id, recorded_by, completed_on, note, recorded_at)
     values ($1, $2, $3, $4, '2026-01-04', 'On site', $5)`,
    [uuid(), attempt, personId, trainer, AT],
  );
}

/** A question of a finished quiz to which each of them gave a wrong answer. */
async function answeredWrongly(t: TestApp, bank: string, people: readonly string[]): Promise<string> {
  const question = uuid();
  await t.db.sql('insert into question (id, bank_id, position, changed_at) values ($1, $2, 1, $3)', [
    ...[question, bank, AT],
  ]);
  await t.db.sql(
    `insert into question_revision (id, question_id, number, text, body, created_at) values ($1, $2, 1, 'How near?', '{}', $3)`,
    [uuid(), question, AT],
  );
  for (const person of people) {
    const [attempt, run] = [uuid(), uuid()];
    await t.db.sql(
      `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, state, started_at, updated_at)
       select $1, $2, a.id, v.id, v.course_id, 7, 'done', $3, $3
       from activity a join course_version v on v.id = a.course_version_id join course c on c.id = v.course_id where c.code = 'TRAFFIC'`,
      [attempt, person, AT],
    );
    await t.db.sql(
      `insert into quiz_run (id, attempt_id, number, seed, drawn, started_at, handed_in_at, passed, score, failed_safety, marks, result)
       values ($1, $2, 1, 's', '[{}]', $3, $3, false, 0, false, '{}', '{}')`,
      [run, attempt, AT],
    );
    await t.db.sql('insert into quiz_mark (question_id, run_id, was_right) values ($1, $2, false)', [question, run]);
  }
  return question;
}

/** Two entries that look alike, and two that were one for a while. */
async function twice(t: TestApp, by: string): Promise<void> {
  const beata = { givenName: 'Beata', familyName: 'Twice', contactEmail: 'beata@example.org' };
  for (let n = 0; n < 2; n += 1) await t.make.person(beata);
  const [kept, merged] = [
    await t.make.person({ givenName: 'Olu', familyName: 'One' }),
    await t.make.person({ givenName: 'Oluwaseun' }),
  ];
  await t.db.sql(
    `insert into person_merge (id, person_id, same_as, merged_by, merged_at, undo_until, undone_by, undone_at)
     values ($1, $2, $3, $4, $5, '2026-02-04', $4, $5)`,
    [uuid(), merged, kept, by, AT],
  );
}

async function protection(
  t: TestApp,
  today: string,
  at: { organisationId: string },
  id: (name: string) => string,
): Promise<void> {
  const left = await t.make.person({ givenName: 'Left', familyName: 'Worker' });
  await t.make.engagement({ ...at, personId: left, startsOn: '2010-01-04', endsOn: '2012-01-06' });
  for (const [name, state] of [
    ['Asked', 'proposed'],
    ['Kept', 'refused'],
  ]) {
    const personId = await t.make.person({ givenName: name, familyName: 'Worker' });
    const decided = state === 'proposed' ? [null, null] : [id('Daniel'), AT];
    await t.db.sql(
      `insert into erasure (id, person_id, state, ground, reason, digest, counts, proposed_by, proposed_at, decided_by, decided_at)
       values ($1, $2, $3, 'asked', 'By mail', 'x', '[]', $4, $5, $6, $7)`,
      [uuid(), personId, state, id('Helen'), AT, ...decided],
    );
  }
  await t.db.sql(
    `insert into data_request (id, person_id, asked_by, reason, asked_at) values ($1, $2, $3, 'By mail', $4)`,
    [...[uuid(), id('Ion'), id('Helen'), AT]],
  );
  await t.db.sql(
    `insert into legal_hold (id, person_id, reason, placed_by, placed_at, until_on) values ($1, $2, 'A claim', $3, $4, $5)`,
    [...[uuid(), id('Marek'), id('Helen'), AT, addDays(today, 90)]],
  );
  await t.db.sql(
    `insert into ledger_anchor (day, at, people, entries, sha256, size) values ('2026-01-05', $1, 2, 5, repeat('a', 64), 800)`,
    [AT],
  );
}
