import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTENT_SECONDS } from './content-tokens.js';

const NAME = '__Host-content';

/** Lets this one content host's files be read; scripts of the package cannot see it. */
export function contentCookie(reply: FastifyReply, token: string): FastifyReply {
  return reply.setCookie(NAME, token, {
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    path: '/',
    maxAge: CONTENT_SECONDS,
  });
}

export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[NAME];
