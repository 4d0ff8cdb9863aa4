import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { checkEntries, type CheckedEntry } from './check-entries.js';
import type { DocumentKind } from './document-kinds.js';
import { unpackEntry } from './open-entry.js';
import { DEFAULT_LIMITS } from './package-limits.js';
import { PackageRefusal } from './package-refusal.js';
import type { StorageReader } from './storage-reader.js';
import { readZipDirectory } from './zip-directory.js';

/** What Office encrypts, and what it wrote before 2007: one container for both (MS-CFB, section 2.2). */
const COMPOUND = 'd0cf11e0a1b11ae1';
/** Parts that run: macros, ActiveX controls, programs put inside. */
const RUNS = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|activex\/|basic\/|scripts\/|oleobject[^/]*\.bin$)/i;
const MIMETYPE_BYTES = 200;

/**
 * An Office or OpenDocument file is a zip file with known parts. Its list is judged as a package's is; nothing is unpacked.
 * Refusals: those of {@link readZipDirectory} and {@link checkEntries}, and `document-kind`, `document-macros`, `encrypted`.
 */
export async function inspectArchive(reader: StorageReader, kind: DocumentKind): Promise<void> {
  if ((await reader.read(0, 8)).toString('hex') === COMPOUND) {
    throw new PackageRefusal('encrypted', 'The document is protected by a password. Save it again without one.');
  }
  const directory = await readZipDirectory(reader, DEFAULT_LIMITS.files);
  const files = checkEntries(directory, DEFAULT_LIMITS);
  const first = files.find(({ path }) => path === 'mimetype');
  const isKind =
    kind.is === 'office'
      ? files.some(({ path }) => path === '[Content_Types].xml') && files.some(({ path }) => kind.part?.test(path))
      : first !== undefined && (await textOf(first, { zip: directory.zip, reader })) === kind.mediaType;
  if (!isKind) throw new PackageRefusal('document-kind', `This file is not what its name says, a ${kind.words}.`);
  const runs = files.find(({ path }) => RUNS.test(path));
  if (runs) {
    throw new PackageRefusal(
      'document-macros',
      'The document has macros or programs in it. Save it again without them, or as PDF.',
      runs.path,
    );
  }
}

async function textOf(entry: CheckedEntry, from: Parameters<typeof unpackEntry>[0]): Promise<string> {
  if (entry.entry.uncompressedSize > MIMETYPE_BYTES) return '';
  return (await buffer(Readable.from(unpackEntry(from, entry)))).toString('latin1').trim();
}
