import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { PackageRefusal } from './package-refusal.js';
import type { StorageReader } from './storage-reader.js';

/** The list of contents of a zip file, as written there: nothing in it is to be believed yet. */
export interface ZipDirectory {
  zip: ZipFile;
  entries: Entry[];
  /** Where the list of contents begins; the data of every entry must end before it. */
  start: number;
}

const NEXT_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

class RangeReader extends yauzl.RandomAccessReader {
  /** What the storage itself threw, if it did: that is our failure, not the file's. */
  failure: unknown;

  constructor(private readonly reader: StorageReader) {
    super();
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.reader.read(position, length).then(
      (bytes) => {
        bytes.copy(target, offset);
        callback(bytes.length < length ? new Error('unexpected EOF') : null);
      },
      (error: unknown) => {
        this.failure = error;
        callback(new Error('The storage failed'));
      },
    );
  }
}

/**
 * Reads the list of contents, stopping with a {@link PackageRefusal} (`too-many-files`) after `maxEntries` entries.
 * Other refusals: `not-a-zip`, `also-something-else`, `truncated`, `damaged`, `encrypted`, `several-parts`, `size-mismatch`.
 */
export async function readZipDirectory(reader: StorageReader, maxEntries: number): Promise<ZipDirectory> {
  const source = new RangeReader(reader);
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(source, reader.size, {
      autoClose: false,
      lazyEntries: true,
      decodeStrings: false,
    });
    // yauzl counts its position on in this field, which its types call a boolean.
    const start = Number(zip.readEntryCursor);
    if (zip.entryCount > maxEntries) throw tooMany(zip.entryCount);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    await refuseDisguise(reader);
    await refuseMoreThanListed(reader, Number(zip.readEntryCursor));
    return { zip, entries, start };
  } catch (error) {
    if (source.failure !== undefined) throw source.failure;
    if (error instanceof PackageRefusal) throw error;
    throw await refusalOf(String((error as { message?: unknown }).message), reader);
  }
}

function tooMany(count: number): PackageRefusal {
  return new PackageRefusal('too-many-files', `The zip file lists ${count} entries, which is too many.`);
}

/** Zip programs read from the end and others from the beginning: a file that is two things shows each the other one. */
async function refuseDisguise(reader: StorageReader): Promise<void> {
  if ((await reader.read(0, 2)).toString('latin1') === 'PK') return;
  throw new PackageRefusal(
    'also-something-else',
    'This file is a zip file that begins with something else. Make the zip file again, on its own.',
  );
}

/** Programs differ in which count they believe when the list goes on after its announced end. */
async function refuseMoreThanListed(reader: StorageReader, position: number): Promise<void> {
  const next = await reader.read(position, 4);
  if (next.length === 4 && next.readUInt32LE(0) === NEXT_ENTRY) {
    throw new PackageRefusal('damaged', 'The zip file holds more entries than it says. Make the zip file again.');
  }
}

/** A refusal for what yauzl said, or for what went wrong while an entry was opened. */
export async function refusalOf(message: string, reader: StorageReader): Promise<PackageRefusal> {
  if (/strong encryption/i.test(message)) {
    return new PackageRefusal('encrypted', 'The zip file is protected by a password. Make it again without one.');
  }
  if (/multi-disk/i.test(message)) {
    return new PackageRefusal('several-parts', 'The zip file is one part of several. Make one single zip file.');
  }
  if (/size mismatch/i.test(message)) {
    return new PackageRefusal(
      'size-mismatch',
      'The zip file gives false file sizes. Make the zip file again.',
      message,
    );
  }
  if (/End of central directory record signature not found/.test(message)) {
    const first = await reader.read(0, 4);
    if (first.length < 4 || first.readUInt32LE(0) !== LOCAL_HEADER) {
      return new PackageRefusal('not-a-zip', 'This is not a zip file. A package is uploaded as one zip file.');
    }
    return new PackageRefusal('truncated', 'The zip file is incomplete: its end is missing. Upload it again.');
  }
  if (/unexpected EOF|overflows file bounds/.test(message)) {
    return new PackageRefusal('truncated', 'The zip file is incomplete: a part of it is missing. Upload it again.');
  }
  return new PackageRefusal('damaged', 'The zip file is damaged. Make the zip file again.', message);
}
