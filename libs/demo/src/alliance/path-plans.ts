import type { DemoPathOther, EmploymentGroup, OrganisationKind, PathKind } from './types.js';

type Other = Omit<DemoPathOther, 'id'>;

interface PathPlan {
  code: string;
  title: string;
  kind: PathKind;
  summary: string;
  organisationKinds: OrganisationKind[];
  employmentGroups: EmploymentGroup[];
  stages: readonly { title: string; day: number; courses?: string[]; others?: Other[]; need?: number }[];
}

const task = (doer: NonNullable<Other['doer']>, title: string, more: Partial<Other> = {}): Other => ({
  ...{ kind: 'task', title, learnerTitle: '', instructions: '', doer, optional: false, chosen: false },
  ...more,
});
const milestone = (title: string): Other => ({
  ...{ kind: 'milestone', title, learnerTitle: '', instructions: '', doer: null, optional: false, chosen: false },
});

export const pathPlans: readonly PathPlan[] = [
  {
    code: 'OFFICE',
    title: 'Office joiner',
    kind: 'onboarding',
    summary: 'The first months at a desk with a member of the Alliance: who we are, how we handle data, how we design.',
    organisationKinds: ['client', 'partner'],
    employmentGroups: ['office', 'manager'],
    stages: [
      {
        title: 'Account',
        day: -5,
        others: [task('people-team', 'Open the accounts of {name}', { learnerTitle: '{who} opens your accounts' })],
      },
      {
        title: 'First day',
        day: 0,
        courses: ['ALL-101'],
        others: [
          task('buddy', 'Show {name} round the office', {
            learnerTitle: '{who} shows you round the office',
            instructions: 'Desks, kitchen, first aider, fire exits. Have lunch together.',
          }),
          task('learner', 'Read the policies and say so', {
            instructions: 'They stand on the intranet, under People.',
          }),
        ],
      },
      { title: 'Outcomes', day: 3, courses: ['ALL-102'] },
      { title: 'Data and desk', day: 7, courses: ['ALL-105', 'OFF-702'] },
      { title: 'Design duties', day: 14, courses: ['DES-601'], others: [milestone('Ready to work alone')] },
      {
        title: 'First month',
        day: 30,
        others: [
          task('line-manager', 'Check in with {name} after a month', { learnerTitle: '{who} checks in with you' }),
        ],
      },
      { title: 'First quarter', day: 90, others: [task('learner', 'Tell us how it went', { optional: true })] },
    ],
  },
  {
    code: 'SITE',
    title: 'Site operative',
    kind: 'onboarding',
    summary: 'What you need before you go beyond the barrier, and in your first days there.',
    organisationKinds: [],
    employmentGroups: ['site', 'driver', 'supervisor'],
    stages: [
      {
        title: 'Invitation and cards',
        day: -7,
        courses: ['SITE-201'],
        others: [task('people-team', 'Invite {name}', { learnerTitle: '{who} invites you' })],
      },
      {
        title: 'Before you travel',
        day: -3,
        courses: ['SITE-205', 'SITE-203'],
        others: [milestone('Ready to travel')],
      },
      {
        title: 'First shift',
        day: 0,
        courses: ['SITE-202'],
        others: [
          task('buddy', 'Show {name} round the compound', {
            learnerTitle: '{who} shows you round the compound',
            instructions: 'Muster point, welfare, first aider, walkways, where vehicles turn.',
          }),
        ],
      },
      { title: 'Toolbox talk', day: 1, courses: ['SITE-207'] },
      {
        title: 'First month',
        day: 30,
        others: [
          task('line-manager', 'Check in with {name} after a month', { learnerTitle: '{who} checks in with you' }),
        ],
      },
    ],
  },
  {
    code: 'COORD',
    title: 'Supplier coordinator',
    kind: 'onboarding',
    summary: 'For the people at a supplier who look after its crew’s records and its duties.',
    organisationKinds: ['supplier'],
    employmentGroups: ['office', 'manager'],
    stages: [
      {
        title: 'Access',
        day: -7,
        others: [
          task('people-team', 'Give {name} access to the crew’s records', { learnerTitle: '{who} gives you access' }),
        ],
      },
      { title: 'First day', day: 0, others: [task('learner', 'Acknowledge how data is shared')] },
      {
        title: 'Your crew',
        day: 5,
        need: 1,
        others: [
          task('learner', 'Bring your crew into the records'),
          task('learner', 'Sit in on a toolbox talk', { chosen: true }),
          task('learner', 'Walk a live site with a supervisor', { chosen: true }),
        ],
      },
      {
        title: 'Modern slavery',
        day: 14,
        courses: ['SUC-801'],
        others: [milestone('Ready to look after a crew')],
      },
      {
        title: 'Evidence review',
        day: 30,
        others: [
          task('people-team', 'Go through the evidence with {name}', {
            learnerTitle: '{who} goes through the evidence with you',
          }),
        ],
      },
    ],
  },
  {
    code: 'LEAVE',
    title: 'Offboarding',
    kind: 'offboarding',
    summary: 'From handover to the last download. Days count from the end of the engagement.',
    organisationKinds: [],
    employmentGroups: [],
    stages: [
      {
        title: 'Handover',
        day: -14,
        others: [
          task('line-manager', 'Agree the handover with {name}', {
            learnerTitle: '{who} agrees the handover with you',
          }),
        ],
      },
      {
        title: 'Exit survey and record export',
        day: -7,
        courses: ['ALL-106'],
        others: [
          task('people-team', 'Send {name} the export of their record', {
            learnerTitle: '{who} sends you the export of your record',
          }),
        ],
      },
      {
        title: 'Kit and cards returned',
        day: -1,
        others: [
          task('line-manager', 'Take back kit and cards of {name}', { learnerTitle: '{who} takes back kit and cards' }),
        ],
      },
      { title: 'Access ends', day: 0, others: [milestone('Access ends')] },
      { title: 'Download link ends', day: 30, others: [milestone('The download link ends')] },
    ],
  },
];
