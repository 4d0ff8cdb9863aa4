import type { Ids } from './ids.js';
import type { Makers } from './courses/courses.js';
import type { DemoEngagement, DemoPath, EmploymentGroup, OrganisationKind, PathKind } from './types.js';

interface PathPlan {
  code: string;
  title: string;
  kind: PathKind;
  summary: string;
  organisationKinds: OrganisationKind[];
  employmentGroups: EmploymentGroup[];
  /** Title, day offset, course codes. */
  stages: readonly (readonly [string, number, ...string[]])[];
}

const plans: readonly PathPlan[] = [
  {
    code: 'OFFICE',
    title: 'Office joiner',
    kind: 'onboarding',
    summary:
      'The first two weeks at a desk with a member of the Alliance: who we are, how we handle data, how we design.',
    organisationKinds: ['client', 'partner'],
    employmentGroups: ['office', 'manager'],
    stages: [
      ['First day', 0, 'ALL-101'],
      ['Outcomes', 3, 'ALL-102'],
      ['Data and desk', 7, 'ALL-105', 'OFF-702'],
      ['Design duties', 14, 'DES-601'],
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
      ['Invitation and cards', -7, 'SITE-201'],
      ['Before you travel', -3, 'SITE-205', 'SITE-203'],
      ['First shift', 0, 'SITE-202'],
      ['Toolbox talk', 1, 'SITE-207'],
    ],
  },
  {
    code: 'COORD',
    title: 'Supplier coordinator',
    kind: 'onboarding',
    summary: 'For the people at a supplier who look after its crew’s records and its duties.',
    organisationKinds: ['supplier'],
    employmentGroups: ['office', 'manager'],
    stages: [['Modern slavery', 14, 'SUC-801']],
  },
  {
    code: 'LEAVE',
    title: 'Offboarding',
    kind: 'offboarding',
    summary: 'From handover to the last download. Days count from the end of the engagement.',
    organisationKinds: [],
    employmentGroups: [],
    stages: [
      ['Handover', -14],
      ['Exit survey and record export', -7],
      ['Kit and cards returned', -1],
      ['Access ends', 0],
      ['Download link ends', 30],
    ],
  },
];

/** A path without a single course yet stays a draft: its stages wait for tasks. */
export const pathsOf = (ids: Ids, makers: Makers, publishedAt: string): DemoPath[] =>
  plans.map((plan) => {
    const versionId = ids('path version', plan.code, 1);
    const published = plan.stages.some(([, , ...courses]) => courses.length > 0);
    return {
      id: ids('path', plan.code),
      code: plan.code,
      title: plan.title,
      kind: plan.kind,
      summary: plan.summary,
      version: {
        id: versionId,
        number: 1,
        state: published ? 'published' : 'draft',
        audience: { organisationKinds: plan.organisationKinds, employmentGroups: plan.employmentGroups },
        sequential: plan.code === 'SITE',
        publishedAt: published ? publishedAt : null,
        createdById: makers.author,
        submittedById: published ? makers.author : null,
        approvedById: published ? makers.approver : null,
        stages: plan.stages.map(([title, dayOffset, ...courses], index) => ({
          id: ids('path stage', versionId, index),
          title,
          dayOffset,
          steps: courses.map((courseCode) => ({
            id: ids('path step', versionId, index, courseCode),
            courseId: ids('course', courseCode),
            courseCode,
            optional: false,
          })),
        })),
      },
    };
  });

const fits = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);

/** The onboarding path of an engagement; the audiences do not overlap, so there is one or none. */
export const onboardingPathOf = (
  paths: readonly DemoPath[],
  engagement: DemoEngagement,
  organisationKind: OrganisationKind,
): DemoPath | undefined =>
  paths.find(
    ({ kind, version: { audience } }) =>
      kind === 'onboarding' &&
      fits(audience.employmentGroups, engagement.employmentGroup) &&
      fits(audience.organisationKinds, organisationKind),
  );
