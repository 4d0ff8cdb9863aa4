import { isPageAttribute } from '@lms/domain';

/** "www.hse.gov.uk" is what people type; what they mean is an address. */
export function meantAddress(typed: string): string {
  const address = typed.trim();
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}

/** An address that a link of a course may have: of the web, whole, and without a name or password in it. */
export function isWebAddress(address: string): boolean {
  if (!isPageAttribute('a', 'href', address) || !/^https?:/i.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return hostname.includes('.') && username === '' && password === '';
}
