import type { Why } from '@lms/contracts';
import { api, ApiProblem } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';

/** Null where nothing is stored, or nothing that the reader may see. */
export const whyQuery = (personId: string | null, courseId: string) =>
  queryOptions({
    queryKey: ruleKeys.why(personId, courseId),
    queryFn: ({ signal }) =>
      api
        .get<Why>(personId ? `/people/${personId}/courses/${courseId}/why` : `/my/courses/${courseId}/why`, { signal })
        .catch(answerNone),
  });

function answerNone(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
}
