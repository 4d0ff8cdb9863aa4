import type { Problem } from '@lms/contracts';

/** What the API refused, or why it could not be asked: status 0 and code `no-signal` when nothing answered. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable, for programs: `sign-in-failed`, `changed-meanwhile` … */
  readonly code: string;
  readonly fields: readonly { path: string; message: string }[];
  readonly requestId: string | undefined;
  /** Seconds to wait before asking again, when the API says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Problem>, retryAfter?: number) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId;
    this.retryAfter = retryAfter;
  }
}

/** Whether it is an API problem with this code. */
export const isProblem = (error: unknown, code: string): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
