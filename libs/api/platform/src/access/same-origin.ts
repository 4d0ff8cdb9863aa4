import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser says that the request comes from our own pages (Fetch Metadata, else Origin). Cookies travel with
 * requests from sibling hosts too, and uploaded content runs on those: so cookie calls demand this, on GET as well.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === origin;
}
