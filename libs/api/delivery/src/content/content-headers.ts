import type { FastifyReply } from 'fastify';
import { contentPolicy } from './content-policy.js';

/** What every answer of a content host carries; a package's own files name the hosts outside that were approved for it. */
export function contentHeaders(
  reply: FastifyReply,
  appOrigin: string,
  outsideHosts: readonly string[] = [],
): FastifyReply {
  return reply
    .removeHeader('cross-origin-opener-policy')
    .removeHeader('x-frame-options')
    .header('content-security-policy', contentPolicy(appOrigin, outsideHosts))
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
