import type { SurveyResults } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** `search` as the API takes it: `version=2&from=2026-01-01`. */
export const surveyResultsQuery = (activityId: string, search: string) =>
  queryOptions({
    queryKey: ['survey-results', activityId, search],
    queryFn: ({ signal }) => api.get<SurveyResults>(addressOf(activityId, 'survey-results', search), { signal }),
    placeholderData: keepPreviousData,
  });

/** Where a file of the same answers is. */
export const surveyFileAddress = (
  activityId: string,
  file: 'survey-results.csv' | 'survey-names.csv',
  search: string,
) => `/api/v1${addressOf(activityId, file, search)}`;

const addressOf = (activityId: string, what: string, search: string): string =>
  `/activities/${activityId}/${what}${search ? `?${search}` : ''}`;
