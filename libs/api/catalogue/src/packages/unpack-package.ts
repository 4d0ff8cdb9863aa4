import { Readable } from 'node:stream';
import type { Storage } from '@lms/api-platform';
import { checkEntries } from './check-entries.js';
import type { CheckedEntry } from './check-entries.js';
import { findManifest } from './find-manifest.js';
import { mediaTypeOf } from './media-type.js';
import { unpackEntry } from './open-entry.js';
import type { OpenZip } from './open-entry.js';
import { DEFAULT_LIMITS, sizeInWords } from './package-limits.js';
import type { PackageLimits } from './package-limits.js';
import { PackageRefusal } from './package-refusal.js';
import { readManifest } from './read-manifest.js';
import { StorageReader } from './storage-reader.js';
import { storeEntries } from './store-entries.js';
import type { StoredEntry } from './store-entries.js';
import type { UnpackedPackage } from './unpacked-package.js';
import { readZipDirectory } from './zip-directory.js';

export interface UnpackRequest {
  storage: Storage;
  /** Where the uploaded zip file stands in the storage. */
  sha256: string;
  limits?: Partial<PackageLimits>;
  /** 0 to 100, never going back. */
  onProgress?: (percent: number) => void;
  signal?: AbortSignal;
}

/**
 * Checks an uploaded SCORM package and puts each of its files into the storage.
 *
 * The list of contents and the manifest are judged before the first byte is put; each file is judged while it is put,
 * and no file may become larger than the judged list says. The files are put as one: of a package that is refused, or
 * whose unpacking fails or is aborted, nothing stands that was not there before.
 *
 * Throws {@link PackageRefusal} for what is wrong with the package, the signal's reason when aborted, and any other
 * error for what is wrong here. Removal after a failure must not meet another unpacking that adds the same bytes at the
 * same moment: callers run one unpacking at a time, and keep it until the files' addresses are recorded.
 */
export async function unpackPackage(request: UnpackRequest): Promise<UnpackedPackage> {
  const { storage, sha256, signal } = request;
  const limits = { ...DEFAULT_LIMITS, ...request.limits };
  signal?.throwIfAborted();
  const size = await storage.size(sha256);
  if (size === undefined) throw new Error('The uploaded file is not in the storage');
  if (size > limits.compressedBytes) {
    const most = sizeInWords(limits.compressedBytes);
    throw new PackageRefusal('too-large', `The zip file is larger than ${most}, the most that is accepted.`);
  }
  const reader = new StorageReader(storage, sha256, size);
  // Folders count too, and there may be as many of them as files.
  const directory = await readZipDirectory(reader, limits.files * 2);
  const listed = checkEntries(directory, limits);
  const { manifest, root } = findManifest(listed);
  const files = listed.filter(({ path }) => path.startsWith(root)).map((file) => withinRoot(file, root));
  const zip = { zip: directory.zip, reader };
  const paths = files.map((file) => file.path);
  const facts = readManifest(await manifestBytes(zip, manifest, limits, signal), paths);

  const totalSize = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const advance = progressOver(totalSize, request.onProgress);
  const stored = await storeEntries(storage.putTogether(), zip, files, advance, signal);
  request.onProgress?.(100);
  return { ...facts, entryRoot: root, files: stored.map(packageFile), totalSize };
}

function withinRoot(file: CheckedEntry, root: string): CheckedEntry {
  return { ...file, path: file.path.slice(root.length) };
}

function packageFile({ checked, sha256 }: StoredEntry): UnpackedPackage['files'][number] {
  const { path, entry } = checked;
  return { path, sha256, size: entry.uncompressedSize, mediaType: mediaTypeOf(path) };
}

async function manifestBytes(zip: OpenZip, manifest: CheckedEntry, limits: PackageLimits, signal?: AbortSignal) {
  if (manifest.entry.uncompressedSize > limits.manifestBytes) {
    const most = sizeInWords(limits.manifestBytes);
    throw new PackageRefusal('manifest-too-large', `The file imsmanifest.xml is larger than ${most}.`);
  }
  return Buffer.concat(await Readable.from(unpackEntry(zip, manifest, signal)).toArray());
}

/** Counts bytes and reports whole percents below 100, each once. */
function progressOver(total: number, report?: (percent: number) => void): (bytes: number) => void {
  let done = 0;
  let reported = -1;
  return (bytes) => {
    done += bytes;
    const percent = Math.min(99, Math.floor((done / Math.max(1, total)) * 100));
    if (percent <= reported) return;
    reported = percent;
    report?.(percent);
  };
}
