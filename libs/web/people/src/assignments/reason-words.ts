import type { AssignmentReason } from '@lms/contracts';
import type { TextFunctions, Texts } from '@lms/web-platform';
import type { assignmentTexts } from '../texts/assignments.js';

type T = TextFunctions<typeof assignmentTexts extends Texts<infer Tree> ? Tree : never>['t'];

/** Why somebody has a course, in a line: "Tamsin Reed: Nominated for the site (Costain)". */
export function reasonWords({ kind, what, byName, organisationName }: AssignmentReason, t: T): string {
  const reason =
    kind === 'path'
      ? t('reason.path', { what: what ?? '' })
      : kind === 'rule'
        ? what
          ? t('reason.ruleNamed', { what })
          : t('reason.rule')
        : kind === 'self'
          ? t('reason.self')
          : t('reason.person', { name: byName ?? '', what: what ?? '' });
  return organisationName ? t('reason.with', { reason, organisation: organisationName }) : reason;
}
