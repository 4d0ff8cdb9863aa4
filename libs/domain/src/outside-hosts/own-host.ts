/**
 * Whether an outside host is, lies below, or as `*.example.org` covers one of our own.
 *
 * @param host an exact name or `*.` and a name, in small letters.
 * @param own names of the app and above the content hosts.
 */
export function meetsOwnHost(host: string, own: readonly string[]): boolean {
  const wide = host.startsWith('*.');
  const name = wide ? host.slice(2) : host;
  return own.some((ours) => name === ours || name.endsWith(`.${ours}`) || (wide && ours.endsWith(`.${name}`)));
}

/**
 * The names that are ours.
 *
 * @param origin of the app, such as `https://learn.example.org`.
 * @param contentOrigin with a star for the label, such as `https://*.learn.example.org`.
 */
export function ownHosts(origin: string, contentOrigin: string): string[] {
  return [new URL(origin).hostname, new URL(contentOrigin.replace('*.', '')).hostname];
}
