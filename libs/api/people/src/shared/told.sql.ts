import { engagementSeenSql } from '@lms/api-platform';

/**
 * Whether the actor is told of an engagement `e` of one person: of one in their scope, and of earlier ones at the same
 * organisation. Another employer's, and what comes with it, is told to no employer.
 */
export const toldSql = (
  e: string,
  actor: string,
  today: string,
): string => `(${engagementSeenSql(`${e}.id`, actor, today)} or exists (
  select from engagement now where now.person_id = ${e}.person_id and now.organisation_id = ${e}.organisation_id
    and ${engagementSeenSql('now.id', actor, today)}))`;

/** Whether the actor is told of a role grant `g`: of one for the whole Alliance, or where they see anybody engaged. */
export const grantToldSql = (g: string, actor: string, today: string): string => `(${g}.organisation_id is null
  or exists (select from engagement at where at.organisation_id = ${g}.organisation_id and ${engagementSeenSql('at.id', actor, today)}))`;
