import type { FastifyReply } from 'fastify';

const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads';

/**
 * What a package may do: run its own scripts, inline ones and eval included since real packages need them, and talk to
 * its own host. Only our player and the package itself may frame it.
 */
export function contentHeaders(reply: FastifyReply, appOrigin: string): FastifyReply {
  const policy = [
    `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:`,
    `connect-src 'self' data: blob:`,
    `form-action 'self'`,
    `base-uri 'self'`,
    `object-src 'self'`,
    `frame-ancestors 'self' ${appOrigin}`,
    `sandbox ${SANDBOX}`,
  ].join('; ');
  return reply
    .removeHeader('cross-origin-opener-policy')
    .removeHeader('x-frame-options')
    .header('content-security-policy', policy)
    .header('cross-origin-resource-policy', 'same-site')
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('origin-agent-cluster', '?1');
}

/** The app's own pages may read a film or a document from here. */
export function allowApp(reply: FastifyReply, appOrigin: string): FastifyReply {
  return reply
    .header('access-control-allow-origin', appOrigin)
    .header('access-control-expose-headers', 'accept-ranges, content-range, content-length, content-encoding')
    .header('vary', 'origin');
}
