import { course, name, OWN, path, type PersonalTable } from './entry.js';

const OF_ASSIGNMENT = 'x.assignment_id in (select a.id from assignment a where a.person_id = any (p_people))';
/** Tags are words of one's own: they leave the facts that a rule matched, ids and dates stay. */
const WITHOUT_TAGS = `case when x.facts ? 'tags' then x.facts || '{"tags": []}' else x.facts end`;

/** What was asked of the person, and why. */
export const WHAT_IS_OWED: readonly PersonalTable[] = [
  {
    table: 'assignment',
    columns:
      'id person_id course_id cycle due_on opens_on state closed_on closed_why created_at follows_on extended_to',
    area: 'training',
    whose: OWN,
    erasure: 'kept',
    because: 'Courses and dates: totals count them.',
    history: 'assignment',
    shown: {
      title: 'Courses that were asked of you',
      rows: {
        Course: course('x.course_id'),
        Round: 'x.cycle',
        'Due on': 'x.due_on',
        State: 'x.state',
        'Closed on': 'x.closed_on',
        Why: 'x.closed_why',
        Since: 'x.created_at',
      },
    },
  },
  {
    table: 'assignment_reason',
    columns:
      'id assignment_id kind path_enrolment_id path_step_id due_on opens_on since ended_at ended_why engagement_id rule_version_id request_id facts renews_until not_before activity_id',
    area: 'training',
    whose: OF_ASSIGNMENT,
    erasure: { facts: WITHOUT_TAGS },
    because: 'Which rule, path or request asked: numbers and dates.',
    history: 'assignment reason',
    shown: {
      title: 'Why courses were asked of you',
      rows: {
        Course: '(select c.title from assignment a join course c on c.id = a.course_id where a.id = x.assignment_id)',
        Kind: 'x.kind',
        Rule: '(select r.name from rule_version v join assignment_rule r on r.id = v.rule_id where v.id = x.rule_version_id)',
        Words: '(select q.why from assignment_request q where q.id = x.request_id)',
        'What was known': 'x.facts',
        'Due on': 'x.due_on',
        Since: 'x.since',
        'Ended at': 'x.ended_at',
      },
    },
  },
  {
    table: 'assignment_request_person',
    columns: 'request_id person_id engagement_id',
    area: 'training',
    whose: OWN,
    erasure: 'kept',
    because: 'Whom a request was for, as numbers; the request itself is told with the reasons.',
    shown: null,
  },
  {
    table: 'due_extension',
    columns: 'id assignment_id due_before due_on reason by_id at',
    area: 'training',
    whose: OF_ASSIGNMENT,
    erasure: { reason: `''` },
    because: 'The dates and who gave more time.',
    shown: {
      title: 'More time',
      rows: {
        'Due before': 'x.due_before',
        'Due on': 'x.due_on',
        Reason: 'x.reason',
        'Given by': name('x.by_id'),
        'Given at': 'x.at',
      },
    },
  },
  {
    table: 'exemption',
    columns:
      'id version person_id course_id from_on to_on reason state asked_by asked_at decided_by decided_at decision ended_on ended_by',
    area: 'training',
    whose: OWN,
    erasure: { reason: `''`, decision: `''`, version: 'x.version + 1' },
    because: 'The days stay: standing is worked out with them.',
    history: 'exemption',
    shown: {
      title: 'Exemptions',
      rows: {
        Course: course('x.course_id'),
        From: 'x.from_on',
        Until: 'x.to_on',
        Reason: 'x.reason',
        State: 'x.state',
        'Asked by': name('x.asked_by'),
        'Decided by': name('x.decided_by'),
        Decision: 'x.decision',
      },
    },
  },
  {
    table: 'rule_exception',
    columns:
      'id version rule_id rule_version_id engagement_id person_id policy_due_on realistic_due_on raised_at due_on note decided_by decided_at',
    area: 'training',
    whose: OWN,
    erasure: { note: `''` },
    because: 'The dates that were decided.',
    history: 'rule exception',
    shown: {
      title: 'Dates decided for late joiners',
      rows: {
        'Date of the rule': 'x.policy_due_on',
        'Realistic date': 'x.realistic_due_on',
        'Decided date': 'x.due_on',
        Note: 'x.note',
        'Decided by': name('x.decided_by'),
      },
    },
  },
  {
    table: 'rule_person',
    columns: 'rule_id person_id next_on',
    area: 'training',
    whose: OWN,
    erasure: 'removed',
    because: 'Derived: when rules are looked at again.',
    shown: null,
  },
  {
    table: 'rule_preview_row',
    columns: 'rule_preview_id engagement_id person_id effect due_on before_on policy_due_on too_soon valid',
    area: 'training',
    whose: OWN,
    erasure: 'kept',
    because: 'What a rule would do, as numbers and dates; what it did is told with the courses.',
    shown: null,
  },
  {
    table: 'standing_dates',
    columns:
      'person_id course_id required due_on opens_on completed_on valid_until ever_completed lifetime window_from started_on exempt',
    area: 'training',
    whose: OWN,
    erasure: 'kept',
    because: 'Derived from the record: dates that totals count.',
    shown: {
      title: 'Where you stand',
      rows: {
        Course: course('x.course_id'),
        Required: 'x.required',
        'Due on': 'x.due_on',
        'Completed on': 'x.completed_on',
        'Valid until': 'x.valid_until',
        'For life': 'x.lifetime',
      },
    },
  },
  {
    table: 'standing_day',
    columns: 'person_id on_day cells late sums',
    area: 'training',
    whose: OWN,
    erasure: 'kept',
    because: 'Derived from the dates above, as numbers that totals count.',
    shown: null,
  },
  {
    table: 'standing_touched',
    columns: 'person_id',
    area: 'training',
    whose: OWN,
    erasure: 'kept',
    because: 'For seconds: whose totals are to be worked out again.',
    shown: null,
  },
  {
    table: 'path_enrolment',
    columns:
      'id person_id engagement_id path_id path_version_id anchor_on opens_on given_on state closed_on closed_why created_at buddy_id moved_on rule_version_id facts grace_days request_id',
    area: 'paths',
    whose: OWN,
    erasure: { facts: WITHOUT_TAGS },
    because: 'Which path, from when to when.',
    history: 'path enrolment',
    shown: {
      title: 'Learning paths',
      rows: {
        Path: path('x.path_id'),
        'Counted from': 'x.anchor_on',
        'Given on': 'x.given_on',
        State: 'x.state',
        'Closed on': 'x.closed_on',
        Buddy: name('x.buddy_id'),
      },
    },
  },
  {
    table: 'path_task',
    columns:
      'id path_enrolment_id path_step_id step_key person_id doer assignee_id due_on opens_on done_on done_at done_by created_at',
    area: 'paths',
    whose: OWN,
    erasure: 'kept',
    because: 'What was to be done and when it was; the words are the path’s.',
    shown: {
      title: 'Tasks on your paths',
      rows: {
        Task: '(select s.title from path_step s where s.id = x.path_step_id)',
        'Done by': name('x.done_by'),
        'Due on': 'x.due_on',
        'Done on': 'x.done_on',
      },
    },
  },
  {
    table: 'path_task_fact',
    columns: 'id path_task_id seq kind by_id at on_date note',
    area: 'paths',
    whose: 'x.path_task_id in (select t.id from path_task t where t.person_id = any (p_people))',
    erasure: { note: `''` },
    because: 'Who did what on which day.',
    shown: {
      title: 'Notes on your tasks',
      rows: { Kind: 'x.kind', By: name('x.by_id'), On: 'x.on_date', Note: 'x.note' },
    },
  },
  {
    table: 'fresh_start',
    columns: 'person_id course_id course_version_id at why',
    area: 'learning',
    whose: OWN,
    erasure: 'kept',
    because: 'That a new version was begun: numbers and a moment.',
    shown: { title: 'New versions you began anew', rows: { Course: course('x.course_id'), At: 'x.at', Why: 'x.why' } },
  },
  {
    table: 'bookmark',
    columns: 'person_id course_id created_at',
    area: 'learning',
    whose: OWN,
    erasure: 'removed',
    because: 'A wish of the person alone.',
    shown: { title: 'Saved courses', rows: { Course: course('x.course_id'), 'Saved at': 'x.created_at' } },
  },
];
