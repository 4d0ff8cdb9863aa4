import { PackageRefusal, quoted } from './package-refusal.js';

/** A reference out of a manifest, taken apart: a path inside the package, and what follows it (`?query#fragment`). */
export interface LaunchReference {
  /** Percent-encoded as written; may still hold `..`. */
  path: string;
  suffix: string;
}

/** Longer ones do not work in every browser. The limit also keeps the patterns below from being made to run for hours. */
const LONGEST = 2000;

/**
 * Joins xml:base values, outermost first, and an href: each is relative to the one before it (RFC 3986 section 5, for
 * references inside the package only). Refusals: `remote-launch`, `unsafe-launch`, `launch-outside`, `launch-too-long`.
 */
export function joinReferences(bases: readonly string[], href: string): LaunchReference {
  let folder = '';
  for (const base of bases) {
    const path = split(clean(base)).path;
    folder = folder + path.slice(0, path.lastIndexOf('/') + 1);
  }
  const { path, suffix } = split(clean(href));
  return { path: folder + path, suffix };
}

/**
 * Adds an item's `parameters` to an address by the rule of SCORM's content aggregation model for that attribute:
 * leading `?` and `&` go, a fragment is only added where there is none, else `?` or `&` joins.
 * Refusal: `launch-too-long`.
 */
export function withParameters(suffix: string, parameters: string): string {
  refuseEndless(parameters);
  const added = parameters.trim().replace(/^[?&]+/, '');
  if (added === '') return suffix;
  if (added.startsWith('#')) return suffix.includes('#') ? suffix : suffix + added;
  return suffix + (suffix.includes('?') ? '&' : '?') + added;
}

/**
 * The path's parts, decoded, with `.` and `..` resolved. Refusal: `launch-outside` when they lead out of the package.
 */
export function resolvePath(path: string, shown: string): string {
  const parts: string[] = [];
  for (const raw of path.split('/')) {
    const part = decoded(raw);
    if (/[/\\\0]/.test(part)) throw outside(shown);
    if (part === '..' && parts.pop() === undefined) throw outside(shown);
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** An address for browsers: every part of the path encoded, and of the rest only what may not stand there. */
export function addressOf(path: string, suffix: string): string {
  const encoded = path.split('/').map((part) => encodeURIComponent(part));
  return (
    encoded.join('/') + suffix.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (character) => encodeURIComponent(character))
  );
}

/** As browsers read an address: without spaces around it, and without line breaks and tabs anywhere. */
function clean(reference: string): string {
  refuseEndless(reference);
  const text = reference
    .toWellFormed()
    .replace(/[\t\r\n]/g, '')
    .replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
  const path = split(text).path;
  if (path.startsWith('//')) throw remote(text);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(path)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https' || scheme === 'ftp') throw remote(text);
  if (scheme !== undefined && scheme.length > 1) {
    throw new PackageRefusal(
      'unsafe-launch',
      `The package wants to start ${quoted(text)}, which is not one of its files.`,
    );
  }
  if (path.startsWith('/') || scheme !== undefined) throw outside(text);
  return text;
}

function refuseEndless(text: string): void {
  if (text.length <= LONGEST) return;
  throw new PackageRefusal('launch-too-long', `The package starts an address of more than ${LONGEST} characters.`);
}

function split(reference: string): LaunchReference {
  const at = reference.search(/[?#]/);
  const path = at === -1 ? reference : reference.slice(0, at);
  return { path: path.replaceAll('\\', '/'), suffix: at === -1 ? '' : reference.slice(at) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function remote(reference: string): PackageRefusal {
  return new PackageRefusal(
    'remote-launch',
    `The package wants to start ${quoted(reference)} on another computer. Its lessons must be inside the zip file.`,
  );
}

function outside(reference: string): PackageRefusal {
  return new PackageRefusal(
    'launch-outside',
    `The package wants to start ${quoted(reference)}, which lies outside it.`,
  );
}
