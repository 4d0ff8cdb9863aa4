import { paths } from '@lms/web-platform';

type Filters = Readonly<Record<string, string | undefined>>;

const withFilters = (to: string, filters: Filters): string => {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${to}?${new URLSearchParams(given)}` : to;
};

/** Below the overview: who is behind its numbers of what is learnt. */
export const completedPath = `${paths.overview}/completions`;
export const givenUpPath = `${paths.overview}/given-up`;
export const answeredWronglyPath = (questionId: string): string => `${paths.overview}/questions/${questionId}`;
export const completedLink = (filters: Filters): string => withFilters(completedPath, filters);
export const givenUpLink = (filters: Filters): string => withFilters(givenUpPath, filters);
export const answeredWronglyLink = (questionId: string, filters: Filters): string =>
  withFilters(answeredWronglyPath(questionId), filters);
export const evidenceLink = (filters: Filters): string => withFilters(paths.evidence, filters);
export const overviewLink = ({ organisationId, schemeId }: Filters): string =>
  withFilters(paths.overview, { organisationId, schemeId });
