import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody, problemOf, sendProblem } from '@lms/api-platform';
import type { FastifyInstance } from 'fastify';
import { v4 as uuid } from 'uuid';

/** The longest part of an address that the router takes as a value. */
export const LONGEST_PART = 500;
/** Nothing answers here. */
const NOWHERE = '/api/unreadable';

const refused = new WeakMap<IncomingMessage, 400 | 414>();

/** The router and Node itself refuse some requests in words of their own: here they are refused as everything else is. */
export function readableAddress(request: IncomingMessage, url: string): string {
  const status = whatIsWrongWith(url.split('?', 1)[0] ?? '');
  if (status === undefined) return url;
  refused.set(request, status);
  return NOWHERE;
}

export function refuseUnreadable(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const statusCode = refused.get(request.raw);
    if (statusCode === undefined) return done();
    sendProblem(reply, problemOf({ statusCode }), request.id);
  });
}

function whatIsWrongWith(path: string): 400 | 414 | undefined {
  if (path.length > LONGEST_PART && path.split('/').some((part) => part.length > LONGEST_PART)) return 414;
  return path.includes('%') && !isEncoded(path) ? 400 : undefined;
}

function isEncoded(path: string): boolean {
  try {
    // The answer is used: what bundles the server leaves out a call that nothing depends on.
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

const STATUS_OF: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** For what is no request at all, so that nothing of the app has seen it. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const status = STATUS_OF[error.code ?? ''] ?? 400;
    const body = problemBody(problemOf({ statusCode: status }), uuid());
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json',
      'cache-control: no-store',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}
