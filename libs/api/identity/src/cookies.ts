import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { ACCESS_SECONDS } from './tokens/access-tokens.js';
import { SESSION_DAYS } from './sessions/start-session.js';
import type { SessionTokens } from './sessions/tokens-of-session.js';

/** `__Host-`: no other host, a sibling included, can set or shadow them (RFC 6265bis, section 4.1.3.2). */
export const ACCESS_COOKIE = '__Host-access';
export const REFRESH_COOKIE = '__Host-refresh';
const COMMON = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

export function setCookies(reply: FastifyReply, tokens: SessionTokens): void {
  void reply.setCookie(ACCESS_COOKIE, tokens.access, { ...COMMON, maxAge: ACCESS_SECONDS });
  void reply.setCookie(REFRESH_COOKIE, tokens.refresh, { ...COMMON, maxAge: SESSION_DAYS * 86_400 });
}

export function clearCookies(reply: FastifyReply): void {
  void reply.clearCookie(ACCESS_COOKIE, COMMON);
  void reply.clearCookie(REFRESH_COOKIE, COMMON);
}
