/** The place to go on to after signing in: an address inside this app, or the first page. */
export function safeNext(next: string | null): string {
  if (!next || !next.startsWith('/')) return '/';
  // "//host" and "/\host" would leave the app.
  const address = new URL(next, 'http://inside.invalid');
  return address.host === 'inside.invalid' ? address.pathname + address.search + address.hash : '/';
}
