import type { DueItem, RouteStop, Task, Today } from '@lms/contracts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const stop = (
  n: number,
  title: string,
  state: RouteStop['state'],
  facts: Partial<RouteStop> = {},
): RouteStop => ({
  key: id(n),
  kind: 'course',
  courseId: id(n),
  title,
  stage: 'First days',
  dayOffset: 0,
  minutes: 30,
  state,
  doneOn: null,
  dueOn: null,
  opensOn: null,
  opensAfter: null,
  exemptUntil: null,
  optional: false,
  choice: null,
  inPersonOnly: false,
  task: null,
  ...facts,
});

export const due = (
  n: number,
  title: string,
  standing: DueItem['standing'],
  facts: Partial<DueItem> = {},
): DueItem => ({
  courseId: id(n),
  title,
  standing,
  required: true,
  dueOn: null,
  validUntil: null,
  minutes: 30,
  percent: null,
  inPersonOnly: false,
  booked: null,
  revision: null,
  renewal: null,
  refreshes: null,
  ...facts,
});

const traffic = due(2, 'Temporary traffic management', 'in progress', {
  dueOn: '2026-11-27',
  minutes: 40,
  percent: 62,
});

/** A new starter, a week before the first day. */
export const today: Today = {
  today: '2026-11-23',
  knownAs: 'Aisha',
  name: 'Aisha Karim',
  jobRole: 'Traffic operative',
  organisationName: 'Brackenfell Traffic Management',
  firstDay: '2026-11-30',
  leaving: null,
  next: { ...traffic, stoppedAt: 'Signs before cones', activityId: id(9) },
  routes: [
    {
      enrolmentId: id(50),
      title: 'Site operative',
      kind: 'onboarding',
      startsOn: '2026-11-30',
      opensOn: '2026-11-16',
      organisationName: 'Brackenfell Traffic Management',
      buddy: null,
      stops: [
        stop(1, 'Welcome to the Alliance', 'done', { dayOffset: -7, doneOn: '2026-11-21' }),
        stop(2, 'Temporary traffic management', 'here', { dayOffset: -3, dueOn: '2026-11-27' }),
        stop(3, 'Site induction', 'next', { dueOn: '2026-11-30', inPersonOnly: true }),
        stop(4, 'Mental health toolbox talk', 'blocked', { dayOffset: 1, opensAfter: 'Site induction' }),
      ],
    },
  ],
  due: [
    traffic,
    due(5, 'Fatigue', 'overdue', { dueOn: '2026-11-20' }),
    due(6, 'Occupational hygiene', 'expiring', { validUntil: '2026-12-14' }),
    due(3, 'Site induction', 'not started', { dueOn: '2026-11-30', inPersonOnly: true }),
  ],
  counts: {
    exempt: 0,
    expired: 0,
    overdue: 1,
    expiring: 1,
    valid: 5,
    'in progress': 1,
    'not started': 4,
    'not required': 2,
  },
};

/** Something to do for the newcomer. */
export const task = (n: number, title: string, facts: Partial<Task> = {}): Task => ({
  id: id(n),
  title,
  instructions: '',
  doer: 'buddy',
  assigneeName: 'Gareth Pugh',
  personId: id(200),
  personName: 'Aisha Karim',
  organisationName: 'Brackenfell',
  pathTitle: 'Site operative',
  dueOn: '2026-11-27',
  opensAfter: null,
  doneOn: null,
  doneAt: null,
  doneByName: null,
  note: '',
  ...facts,
});
