import { StandardSchemaValidationPipe } from '@nestjs/common';
import './plain-messages.js';
import { ProblemError } from './problem.js';

/** Checks every body, query and parameter against its contract, at the edge. */
export const validation = new StandardSchemaValidationPipe({
  transform: true,
  exceptionFactory: (issues) =>
    new ProblemError(
      400,
      'invalid',
      'Some fields need another value.',
      issues.slice(0, 50).map((issue) => ({
        path: (issue.path ?? []).map((s) => String(typeof s === 'object' ? s.key : s)).join('.'),
        message: issue.message,
      })),
    ),
});
