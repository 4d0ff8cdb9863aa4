/** What somebody decides: an exemption, more time, a course somebody wants, a request that reaches many. */
export type AskedKind = 'exemption' | 'extension' | 'enrolment' | 'request';

/**
 * Whether the line managers above a person decide it, besides the People Team, which decides everything. What is mandatory is
 * nobody's alone to take away. PostgreSQL's `line_manager_decides` says the same.
 */
export const lineManagerDecides = (kind: AskedKind, { mandatory }: { mandatory: boolean }): boolean =>
  kind === 'extension' || kind === 'enrolment' || (kind === 'exemption' && !mandatory);
