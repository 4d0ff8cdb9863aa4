import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Problem } from '@lms/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOfDatabaseError } from './database-problem.js';
import { ProblemError } from './problem.js';

const KNOWN: Record<number, [code: string, sentence: string]> = {
  400: ['bad-request', 'The request could not be read.'],
  404: ['not-found', 'There is nothing here that you can see.'],
  405: ['method-not-allowed', 'This cannot be done here.'],
  406: ['not-acceptable', 'This is not available in that form.'],
  408: ['too-slow', 'The request took too long to arrive.'],
  411: ['length-required', 'The request must say how long it is.'],
  413: ['too-large', 'That is larger than what is accepted here.'],
  414: ['address-too-long', 'The address is too long.'],
  415: ['media-type', 'That kind of content is not accepted here.'],
  431: ['headers-too-large', 'The request headers are too large.'],
};

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.getStatus() >= 500) this.log.error({ requestId: request.id, error: describe(error) });
    void sendProblem(reply, problem, request.id);
  }
}

export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const known = problemOfDatabaseError(error);
  if (known) return known;
  const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  if (status >= 400 && status < 500) {
    const [code, sentence] = KNOWN[status] ?? ['bad-request', 'The request could not be read.'];
    return new ProblemError(status, code, sentence);
  }
  return new ProblemError(500, 'our-fault', 'Something went wrong on our side. Nothing you typed was lost; try again.');
}

export function sendProblem(reply: FastifyReply, problem: ProblemError, requestId: string): FastifyReply {
  return reply
    .status(problem.getStatus())
    .headers(problem.headers ?? {})
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problemBody(problem, requestId));
}

/** What the answer says. */
export function problemBody(problem: ProblemError, requestId: string): string {
  const body: Problem = {
    type: `urn:waymark:problem:${problem.code}`,
    title: problem.sentence,
    status: problem.getStatus(),
    code: problem.code,
    detail: problem.sentence,
    ...(problem.fields ? { fields: problem.fields } : {}),
    requestId,
  };
  return JSON.stringify(body);
}

/** Fastify marks what a client sent wrongly with a status code on a plain error. */
function statusCodeOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
