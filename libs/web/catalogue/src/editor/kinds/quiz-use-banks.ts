import type { QuestionBank } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';
import { useQueries } from '@tanstack/react-query';
import { bankQuery } from '../../questions/api/bank.js';

/** The banks that a quiz names, as far as they are read, and those that are not there any more. */
export function useBanks(ids: readonly string[]): { banks: Map<string, QuestionBank>; gone: Set<string> } {
  const distinct = [...new Set(ids)];
  const answers = useQueries({ queries: distinct.map((id) => ({ ...bankQuery(id), throwOnError: false })) });
  const banks = new Map<string, QuestionBank>();
  const gone = new Set<string>();
  answers.forEach(({ data, error }, index) => {
    const id = distinct[index] ?? '';
    if (data) banks.set(id, data);
    else if (error instanceof ApiProblem && error.status === 404) gone.add(id);
  });
  return { banks, gone };
}
