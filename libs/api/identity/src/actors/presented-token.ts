import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@lms/api-platform';
import { ACCESS_COOKIE } from '../cookies.js';

/** The little of a request that says who sends it. */
export type TokenBearer = Pick<FastifyRequest, 'headers' | 'cookies'>;

/** The token of a request and how it came: bearer first, then cookie. Not checked yet. */
export function presentedToken(request: TokenBearer): { token: string; via: Actor['via'] } | null {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return { token: header.slice(7), via: 'bearer' };
  const cookie = request.cookies[ACCESS_COOKIE];
  return cookie === undefined ? null : { token: cookie, via: 'cookie' };
}
