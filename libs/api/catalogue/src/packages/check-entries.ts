import type { Entry } from 'yauzl';
import { decodeEntryName, isClutter, nameKey, safePath } from './entry-name.js';
import { sizeInWords } from './package-limits.js';
import type { PackageLimits } from './package-limits.js';
import { PackageRefusal, quoted } from './package-refusal.js';
import type { ZipDirectory } from './zip-directory.js';

/** A file of the zip whose listing passed every check. Its bytes are still to be measured. */
export interface CheckedEntry {
  path: string;
  entry: Entry;
  /** Where the next thing in the zip file begins: the entry's data must end before it. */
  endsBefore: number;
}

const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const FILE_TYPE = 0xf000;
const LINK = 0xa000;
const PLAIN_TYPES = new Set([0, 0x8000, 0x4000]);
const REPARSE_POINT = 0x400;
const UNIX_MAKERS = new Set([3, 19]);

/**
 * Judges the whole list of contents before anything is unpacked; answers the files, without folders and clutter.
 * Refusals: those of `safePath`, and `encrypted`, `link`, `special-file`, `compression-method`, `duplicate-name`,
 * `overlapping-entries`, `too-many-files`, `too-large`, `suspicious-ratio`, `empty`.
 */
export function checkEntries({ entries, start }: ZipDirectory, limits: PackageLimits): CheckedEntry[] {
  const ends = endsByEntry(entries, start);
  const files: CheckedEntry[] = [];
  for (const entry of entries) {
    const name = decodeEntryName(entry);
    const path = safePath(name, limits);
    checkKind(entry, name);
    if (path.endsWith('/') || isClutter(path)) continue;
    checkMethod(entry, name);
    files.push({ path, entry, endsBefore: ends.get(entry) ?? start });
    if (files.length > limits.files) {
      throw new PackageRefusal('too-many-files', `The zip file holds more than ${limits.files} files.`);
    }
  }
  if (files.length === 0) throw new PackageRefusal('empty', 'The zip file is empty.');
  checkNames(files);
  checkSizes(files, limits);
  return files;
}

function checkKind(entry: Entry, name: string): void {
  if (entry.generalPurposeBitFlag & ENCRYPTED) {
    throw new PackageRefusal(
      'encrypted',
      `The entry ${quoted(name)} is protected by a password. Make the zip file again without one.`,
    );
  }
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type === LINK || entry.externalFileAttributes & REPARSE_POINT) {
    throw new PackageRefusal('link', `The entry ${quoted(name)} is a link to another file. Links are not accepted.`);
  }
  if (UNIX_MAKERS.has(entry.versionMadeBy >>> 8) && !PLAIN_TYPES.has(type)) {
    throw new PackageRefusal('special-file', `The entry ${quoted(name)} is neither a file nor a folder.`);
  }
}

function checkMethod(entry: Entry, name: string): void {
  if (entry.compressionMethod === 0 || entry.compressionMethod === 8) return;
  throw new PackageRefusal(
    'compression-method',
    `The entry ${quoted(name)} is packed in a way that is not supported. Make an ordinary zip file.`,
    `Compression method ${entry.compressionMethod}`,
  );
}

/** Entries that share bytes are how a small file is made to unpack into a huge one. */
function endsByEntry(entries: Entry[], directoryStart: number): Map<Entry, number> {
  const ends = new Map<Entry, number>();
  const byOffset = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  byOffset.forEach((entry, index) => {
    const limit = byOffset[index + 1]?.relativeOffsetOfLocalHeader ?? directoryStart;
    // A local header is at least 30 bytes and the name; its other field is looked at when the entry is opened.
    const end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
    if (!Number.isSafeInteger(end) || end > limit) {
      const name = quoted(decodeEntryName(entry));
      throw new PackageRefusal('overlapping-entries', `The entry ${name} overlaps another part of the zip file.`);
    }
    ends.set(entry, limit);
  });
  return ends;
}

function checkNames(files: CheckedEntry[]): void {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const other = seen.get(nameKey(path));
    if (other !== undefined) {
      const how =
        other === path ? 'is in the zip file twice' : `has the same name as ${quoted(other)} but for its case`;
      throw new PackageRefusal('duplicate-name', `The file ${quoted(path)} ${how}.`);
    }
    seen.set(nameKey(path), path);
  }
  for (const { path } of files) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at);
      if (!seen.has(nameKey(folder))) continue;
      throw new PackageRefusal('duplicate-name', `${quoted(folder)} is both a file and a folder in the zip file.`);
    }
  }
}

function checkSizes(files: CheckedEntry[], limits: PackageLimits): void {
  let packed = 0;
  let unpacked = 0;
  for (const { path, entry } of files) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.totalBytes) {
      const most = sizeInWords(limits.totalBytes);
      throw new PackageRefusal('too-large', `The package is larger than ${most} once unpacked.`);
    }
    checkRatio(`The entry ${quoted(path)}`, entry.compressedSize, entry.uncompressedSize, limits.entryRatio, limits);
  }
  checkRatio('The zip file', packed, unpacked, limits.totalRatio, limits);
}

function checkRatio(what: string, packed: number, unpacked: number, most: number, limits: PackageLimits): void {
  if (unpacked <= limits.ratioFrom || unpacked <= packed * most) return;
  throw new PackageRefusal(
    'suspicious-ratio',
    `${what} would become ${sizeInWords(unpacked)} from ${sizeInWords(packed)}, which no real course does.`,
  );
}
