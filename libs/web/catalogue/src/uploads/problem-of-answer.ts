import type { Problem } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';

/** What an answer that is no success says of itself. */
export function problemOf(status: number, text: string): ApiProblem {
  try {
    const body = JSON.parse(text) as Partial<Problem>;
    if (typeof body.code === 'string' && typeof body.detail === 'string')
      return new ApiProblem({ ...body, status, code: body.code, detail: body.detail });
  } catch {
    // Not JSON: an answer to HEAD has no text, or something between here and the API answered.
  }
  return new ApiProblem({ status, code: status === 401 ? 'signed-out' : 'unexpected', detail: '' });
}
