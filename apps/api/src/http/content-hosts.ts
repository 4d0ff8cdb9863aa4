import { CONTENT_PREFIX } from '@lms/api-delivery';

/** Whether a Host header names one of the content hosts, from `scheme://*.host:port`. */
export function contentHostMatcher(contentOrigin: string): (host: string | undefined) => boolean {
  const suffix = contentOrigin.slice(contentOrigin.indexOf('*') + 1).toLowerCase();
  return (host) => {
    const name = host?.toLowerCase();
    if (!name?.endsWith(suffix)) return false;
    return /^[a-z0-9-]+$/.test(name.slice(0, -suffix.length));
  };
}

/** Content hosts have routes of their own, so that nothing of the app answers on them. */
export function rewriteForContent(contentOrigin: string): (url: string, host: string | undefined) => string {
  const matches = contentHostMatcher(contentOrigin);
  return (url, host) =>
    matches(host) ? `/${CONTENT_PREFIX}${url}` : url.startsWith(`/${CONTENT_PREFIX}`) ? '/api/not-here' : url;
}
