import type { Problem } from '@lms/contracts';
import { ApiProblem } from './api-problem.js';

/** The problem of a refused response; one made from the status alone when the body is something else. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.code === 'string' && typeof body.detail === 'string')
      return new ApiProblem({ ...body, status: response.status, code: body.code, detail: body.detail }, retryAfter);
  } catch {
    // Not JSON: something between here and the API answered.
  }
  return new ApiProblem({ status: response.status, code: 'unexpected', detail: '' }, retryAfter);
}
