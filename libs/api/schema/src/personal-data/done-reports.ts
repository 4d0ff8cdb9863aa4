import { activity, course, OWN, type PersonalTable } from './entry.js';

/** What somebody reported of a course. */
export const DONE_REPORTS: readonly PersonalTable[] = [
  {
    table: 'problem_report',
    columns:
      'id version course_id course_version_id activity_id attempt_id launch_id person_id words device calls state created_at closed_by closed_at',
    area: 'reports',
    whose: OWN,
    erasure: 'removed',
    because: 'Words of the person, their device and what a lesson said to them.',
    shown: {
      title: 'Problems you reported',
      rows: {
        Course: course('x.course_id'),
        Activity: activity('x.activity_id'),
        Words: 'x.words',
        Device: 'x.device',
        Calls: 'x.calls',
        State: 'x.state',
        At: 'x.created_at',
      },
    },
  },
];
