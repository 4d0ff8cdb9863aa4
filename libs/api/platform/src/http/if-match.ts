import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangedMeanwhile, ProblemError } from './problem.js';

/** The version that the editor last saw, from `If-Match: "7"`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const found = /^"(\d{1,9})"$/.exec(header ?? '');
  if (!found) throw new ProblemError(428, 'if-match-needed', 'Say which version you edited, in the If-Match header.');
  return Number(found[1]);
});

export function assertUnchanged(seen: number, stored: number): void {
  if (seen !== stored) throw new ChangedMeanwhile();
}

/** Adds the ETag that the next save must bring back. */
export function withETag<T extends { version: number }>(reply: FastifyReply, answer: T): T {
  void reply.header('etag', `"${answer.version}"`);
  return answer;
}
