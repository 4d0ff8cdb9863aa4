import { isIPv4 } from 'node:net';
import { meetsOwnHost } from '@lms/domain';
import { parse } from 'tldts';

const NAME = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * What is wrong with the name of a host that a package wants to use, as a sentence; null when it may be asked for.
 *
 * @param host in small letters.
 * @param own names that are ours.
 */
export function hostFault(host: string, own: readonly string[]): string | null {
  if (isIPv4(host) || host.includes('[')) return `“${host}” is an address of a machine. Give the name of the host.`;
  if (!NAME.test(host)) return `“${host}” is no name of a host. Give the name alone, such as media.example.org.`;
  if (meetsOwnHost(host, own)) return `“${host}” reaches this learning platform itself.`;
  const wide = host.startsWith('*.');
  // Below a name such as github.io everybody has a host of their own, so a star there stands for strangers.
  const { domain, isIcann, isPrivate } = parse(wide ? host.slice(2) : host, { allowPrivateDomains: wide });
  if (!isIcann && !isPrivate) return `“${host}” is no name on the public internet.`;
  if (domain === null) return `“${host}” belongs to nobody alone. Say whose host it is, such as *.example.org.`;
  return null;
}
