import type { Known } from './known.test.js';
import { v7 as uuid } from 'uuid';
import { TODAY, AT, WORD } from './traces.test.js';

/** What was asked of them and why. Answers a task on their path, and a request for several. */
export async function owed({
  put,
  person,
  other,
  team,
  engagement,
  course,
  version,
}: Known): Promise<{ task: string; request: string }> {
  const [request, assignment] = [uuid(), uuid()];
  await put('assignment_request', {
    ...{
      id: request,
      course_id: course,
      why: 'For Zebedee Quillfeather, Zebra crossings',
      asked_by: team[0],
    },
    ...{ asked_at: AT, state: 'given', chosen: { lines: ['ZQ-4711', 'owen@home.test', 'Zeb@home.test'] } },
  });
  for (const id of [person, other]) await put('assignment_request_person', { request_id: request, person_id: id });
  const alone = uuid();
  await put('assignment_request', {
    ...{ id: alone, course_id: course, why: WORD, asked_by: team[0], asked_at: AT, state: 'given', chosen: {} },
  });
  await put('assignment_request_person', { request_id: alone, person_id: person });
  await put('assignment', {
    id: assignment,
    person_id: person,
    course_id: course,
    due_on: '2018-06-01',
    created_at: AT,
  });
  await put('assignment_reason', {
    ...{ id: uuid(), assignment_id: assignment, kind: 'person', request_id: request, since: AT },
    facts: { tags: [WORD], jobRole: 'Operative' },
  });
  await put('due_extension', {
    ...{ id: uuid(), assignment_id: assignment, due_on: '2018-07-01', reason: WORD, by_id: other, at: AT },
  });
  await put('exemption', {
    ...{ id: uuid(), person_id: person, course_id: course, from_on: '2018-05-01', to_on: '2018-05-09', reason: WORD },
    ...{ state: 'approved', asked_by: other, asked_at: AT, decided_by: team[0], decided_at: AT, decision: WORD },
  });
  await put('learner_request', {
    ...{ id: uuid(), person_id: person, kind: 'extension', course_id: course, due_on: '2018-08-01', why: WORD },
    ...{ state: 'refused', asked_at: AT, decided_by: team[0], decided_at: AT, decision: WORD },
  });
  const [audience, rule, ruleVersion, preview] = [uuid(), uuid(), uuid(), uuid()];
  await put('audience', { id: audience, name: 'All', predicate: { all: [] }, owner_id: team[0], created_at: AT });
  await put('assignment_rule', { id: rule, name: 'All', owner_id: team[0], created_at: AT });
  await put('rule_version', {
    ...{ id: ruleVersion, rule_id: rule, number: 1, predicate: { all: [] }, course_id: course, due: {} },
    ...{ recurrence: {}, effective_on: TODAY, created_by: team[0], created_at: AT, state: 'draft' },
  });
  await put('rule_exception', {
    ...{ id: uuid(), rule_id: rule, rule_version_id: ruleVersion, engagement_id: engagement, person_id: person },
    ...{ policy_due_on: TODAY, realistic_due_on: TODAY, raised_at: AT, note: WORD },
  });
  await put('rule_person', { rule_id: rule, person_id: person, next_on: TODAY });
  await put('rule_preview', {
    ...{ id: preview, rule_version_id: ruleVersion, made_by: team[0], made_at: AT, on_date: TODAY, digest: 'x' },
    ...{ seen: 1, people: 1, gains: 1, loses: 0, moves: 0, keeps: 0 },
  });
  await put('rule_preview_row', {
    ...{ rule_preview_id: preview, engagement_id: engagement, person_id: person, effect: 'gains' },
    ...{ too_soon: false, valid: false },
  });

  const [path, pathVersion, stage, step, enrolment, task] = [uuid(), uuid(), uuid(), uuid(), uuid(), uuid()];
  await put('learning_path', { id: path, code: 'P', title: 'Joiner', kind: 'onboarding', created_at: AT });
  await put('path_version', {
    id: pathVersion,
    path_id: path,
    number: 1,
    state: 'draft',
    audience: {},
    created_at: AT,
  });
  await put('path_stage', { id: stage, path_version_id: pathVersion, position: 1, title: 'Day 0', day_offset: 0 });
  await put('path_step', {
    ...{ id: step, stage_id: stage, position: 1, kind: 'task', title: 'Meet {name}', doer: 'buddy' },
  });
  await put('path_enrolment', {
    ...{ id: enrolment, person_id: person, engagement_id: engagement, path_id: path, path_version_id: pathVersion },
    ...{ anchor_on: '2018-01-08', opens_on: '2018-01-01', given_on: '2018-01-01', state: 'closed', created_at: AT },
    ...{ buddy_id: other, facts: { tags: [WORD] } },
  });
  await put('path_task', {
    ...{
      id: task,
      path_enrolment_id: enrolment,
      path_step_id: step,
      step_key: uuid(),
      person_id: person,
      doer: 'buddy',
    },
    ...{ assignee_id: other, due_on: '2018-01-09', opens_on: '2018-01-01', created_at: AT },
  });
  await put('path_task_fact', {
    ...{
      id: uuid(),
      path_task_id: task,
      seq: 1,
      kind: 'done',
      by_id: other,
      at: AT,
      on_date: '2018-01-09',
      note: WORD,
    },
  });
  await put('fresh_start', { person_id: person, course_id: course, course_version_id: version, at: AT, why: 'asked' });
  await put('bookmark', { person_id: person, course_id: course, created_at: AT });
  await put('standing_day', { person_id: person, on_day: '2018-01-09', cells: [12], late: [], sums: [0, 0, 0, 1] });
  await put('standing_asked', { person_id: person, asks: '{}' });
  await put('standing_touched', { person_id: person });

  return { task, request };
}
