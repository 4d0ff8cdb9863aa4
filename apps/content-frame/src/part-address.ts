/** The address of a part on this host, or null when its path leads away from the package. */
export function partAddress(href: string, origin: string): string | null {
  try {
    const address = new URL(href.replace(/^\/+/, ''), `${origin}/`);
    const ours = decodeURIComponent(address.pathname).startsWith('/__waymark');
    return address.origin === origin && !ours ? address.href : null;
  } catch {
    return null;
  }
}
