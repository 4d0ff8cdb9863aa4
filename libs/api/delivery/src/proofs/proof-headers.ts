import type { FastifyReply } from 'fastify';

/**
 * A proof is looked at as a picture or by our own reader of documents, never as a page: whoever goes to its address
 * gets a download, and should a browser show it all the same, nothing in it may run or load anything.
 */
export function proofHeaders(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .removeHeader('cross-origin-opener-policy')
    .removeHeader('x-frame-options')
    .header(
      'content-security-policy',
      `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`,
    )
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(name)}`)
    .header('cross-origin-resource-policy', 'same-site')
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer');
}

/** RFC 8187, section 3.2.1. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
