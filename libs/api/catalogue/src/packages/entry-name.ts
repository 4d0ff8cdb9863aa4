import { isUtf8 } from 'node:buffer';
import { getFileNameLowLevel } from 'yauzl';
import type { Entry } from 'yauzl';
import type { PackageLimits } from './package-limits.js';
import { PackageRefusal, quoted } from './package-refusal.js';

const UTF8_FLAG = 0x800;
const CONTROL = /\p{Cc}/u;

/** The name as its writer meant it: UTF-8 where marked or evidently so, else the Unicode field, else code page 437. */
export function decodeEntryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  if (entry.generalPurposeBitFlag & UTF8_FLAG && !isUtf8(raw)) {
    throw new PackageRefusal(
      'unreadable-name',
      `A file name in the zip file cannot be read: ${quoted(raw.toString())}.`,
    );
  }
  // macOS and others write UTF-8 without saying so. Text in another encoding is hardly ever valid UTF-8 by accident.
  const flags = isUtf8(raw) ? entry.generalPurposeBitFlag | UTF8_FLAG : entry.generalPurposeBitFlag;
  return getFileNameLowLevel(flags, raw, entry.extraFields, true);
}

/**
 * A safe relative path with `/` between its parts, in Unicode form C; a folder keeps its last `/`.
 * Refusals: `empty-name`, `control-character`, `absolute-path`, `parent-path`, `path-too-long`, `too-deep`.
 */
export function safePath(name: string, limits: Pick<PackageLimits, 'pathLength' | 'depth'>): string {
  if (CONTROL.test(name)) throw refusal('control-character', name, 'has a control character in its name');
  const slashed = name.replaceAll('\\', '/').normalize('NFC');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed)) {
    throw refusal('absolute-path', name, 'has an absolute path');
  }
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw refusal('parent-path', name, 'points outside the package');
  if (parts.length === 0) throw refusal('empty-name', name, 'has no name');
  const path = parts.join('/');
  if (path.length > limits.pathLength) {
    throw refusal(
      'path-too-long',
      name,
      `has a path of ${path.length} characters; at most ${limits.pathLength} may be used`,
    );
  }
  if (parts.length > limits.depth) {
    throw refusal('too-deep', name, `lies ${parts.length} levels deep; at most ${limits.depth} may be used`);
  }
  return slashed.endsWith('/') ? `${path}/` : path;
}

/** Two names that are the same file on some computer have the same key. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** What computers add to zip files by themselves: no part of the package. */
export function isClutter(path: string): boolean {
  const parts = path.split('/');
  return parts.includes('__MACOSX') || /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(parts.at(-1) ?? '');
}

function refusal(code: string, name: string, what: string): PackageRefusal {
  return new PackageRefusal(code, `The entry ${quoted(name)} of the zip file ${what}.`);
}
