import type { Ids } from './ids.js';
import type { Makers } from './courses/courses.js';
import { pathPlans } from './path-plans.js';
import type { DemoEngagement, DemoPath, OrganisationKind } from './types.js';

export const pathsOf = (ids: Ids, makers: Makers, publishedAt: string): DemoPath[] =>
  pathPlans.map((plan) => {
    const versionId = ids('path version', plan.code, 1);
    return {
      id: ids('path', plan.code),
      code: plan.code,
      title: plan.title,
      kind: plan.kind,
      summary: plan.summary,
      version: {
        id: versionId,
        number: 1,
        state: 'published',
        audience: { organisationKinds: plan.organisationKinds, employmentGroups: plan.employmentGroups },
        sequential: plan.code === 'SITE',
        publishedAt,
        createdById: makers.author,
        submittedById: makers.author,
        approvedById: makers.approver,
        stages: plan.stages.map(({ title, day, courses = [], others = [], need }, index) => ({
          id: ids('path stage', versionId, index),
          title,
          dayOffset: day,
          choice: need === undefined ? null : { id: ids('path choice', versionId, index), need },
          steps: courses.map((courseCode) => ({
            id: ids('path step', versionId, index, courseCode),
            courseId: ids('course', courseCode),
            courseCode,
            optional: false,
          })),
          others: others.map((other) => ({ ...other, id: ids('path step', versionId, index, other.title) })),
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
