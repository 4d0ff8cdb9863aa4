import type { Known } from './known.test.js';
import { v7 as uuid } from 'uuid';
import { TODAY, AT, WORD, SHA } from './traces.test.js';

/** What they and others were told, and what was done about them. */
export async function told({
  db,
  put,
  person,
  alias,
  other,
  team,
  course,
  task,
  request,
}: Known & { task: string; request: string }): Promise<void> {
  const mail = (to: string | null, recipient: string, text_body: string) =>
    put('mail', {
      ...{ id: uuid(), person_id: to, recipient, subject: 'Your day', text_body, html_body: text_body, created_at: AT },
    });
  await mail(person, 'zeb@home.test', WORD);
  await mail(null, 'Zeb@home.test', WORD);
  await mail(other, 'owen@home.test', 'Zebedee Quillfeather is overdue. Meet Zebedee and Zeb.');
  const notice = (to: string, about: object, dedupe_key: string) =>
    put('notice', { id: uuid(), person_id: to, at: AT, kind: 'tell', about, link: '/', dedupe_key });
  await notice(person, { title: WORD }, '1');
  await notice(alias, { title: WORD }, '4');
  await notice(other, { personId: person }, '2');
  await notice(other, { title: 'Meet Zebedee' }, `digest ${TODAY} ${other} tasks ${other} ${task}`);
  await put('digest', { person_id: person, on_date: TODAY });
  await put('lapsed_digest', { person_id: person, on_date: TODAY, at: AT });
  await put('reminder', {
    ...{ id: uuid(), person_id: person, kind: 'course', thing_id: uuid(), deadline: TODAY, step: 'soon-3' },
    ...{ told_id: person, told_on: TODAY },
  });
  await put('reminder_choice', { person_id: person, topic: 'tasks', mail: false, chosen_at: AT });
  await put('outbox_event', { at: AT, type: 'person.saved', person_id: person, error: WORD, handled_at: AT });
  await put('audit_event', {
    ...{ at: AT, actor_id: other, action: 'exemption.ask', target_type: 'exemption', target_id: uuid() },
    detail: { personId: person, reason: WORD, courseId: course, fromOn: TODAY },
  });
  await put('audit_event', {
    ...{ at: AT, actor_id: other, action: 'assignment-request.ask', target_type: 'assignment request' },
    ...{ target_id: request, detail: { why: WORD, people: 2 } },
  });

  await put('duplicate_look', { person_id: alias, said: WORD });
  const [one, two] = [person, other].sort();
  await put('duplicate_pair', { one_id: one, other_id: two, likeness: 0.6, why: ['name'] });
  await put('person_apart', { one_id: one, other_id: two, by_id: team[0], at: AT });
  await db.sql(`select merge_people($1, $2, $3, $4, '2026-07-01', $5, $6, $7)`, [
    ...[uuid(), alias, person, team[0], WORD, TODAY, AT],
  ]);
  await put('data_request', {
    ...{ id: uuid(), person_id: person, asked_by: team[0], reason: WORD, asked_at: AT, state: 'ready' },
    ...{ sha256: SHA.zip, size: 1, ends_at: AT },
  });
  await put('list_file', {
    ...{ id: uuid(), person_id: person, list: 'people', format: 'csv', filters: { q: WORD }, asked_at: AT },
    ...{ state: 'ready', sha256: SHA.zip, size: 1, ends_at: AT },
  });
  await put('saved_view', {
    ...{ id: uuid(), list: 'matrix', name: WORD, person_id: person, filters: { q: WORD }, saved_at: AT },
  });
  const [schedule, run] = [uuid(), uuid()];
  await put('schedule', {
    ...{ id: schedule, name: WORD, person_id: person, list: 'people', format: 'csv', filters: { q: WORD } },
    ...{ every: 'week', on_day: 1, at_time: '07:00', next_at: AT, created_at: AT },
  });
  await put('schedule_recipient', { schedule_id: schedule, person_id: person, added_at: AT });
  await put('schedule_run', { id: run, schedule_id: schedule, due_at: AT, begun_at: AT, late: false, state: 'begun' });
  await put('schedule_delivery', { run_id: run, person_id: person, at: AT, outcome: 'made', rows: 3, mailed: true });
  await put('legal_hold', {
    ...{
      id: uuid(),
      person_id: person,
      reason: WORD,
      placed_by: team[0],
      placed_at: AT,
      ended_by: team[0],
      ended_at: AT,
    },
  });
}
