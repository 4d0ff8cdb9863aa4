import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** A ZIP whose files are read by their names. */
export interface OpenZip {
  names: readonly string[];
  /** Names that stand in it more than once: which of them counts would be for each reader to say. */
  twice: readonly string[];
  size(name: string): number | undefined;
  /** Fails where the bytes are not those of a packed file. */
  open(name: string): Promise<Readable>;
  close(): void;
}

/** Fails for what is no ZIP. */
export async function openZip(file: string): Promise<OpenZip> {
  const zip = await openPromise(file, { autoClose: false });
  try {
    return await readNames(zip);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readNames(zip: ZipFile): Promise<OpenZip> {
  const entries = new Map<string, Entry>();
  const twice: string[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) twice.push(entry.fileName);
    else entries.set(entry.fileName, entry);
  }
  return {
    ...{ names: [...entries.keys()], twice },
    size: (name) => entries.get(name)?.uncompressedSize,
    open: (name) => {
      const entry = entries.get(name);
      if (!entry) throw new Error(`There is no ${name}`);
      return zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}

/** The SHA-256 of a file in it, and its bytes where they are `kept`. Null where they cannot be read. */
export async function readOne(
  zip: OpenZip,
  name: string,
  kept: boolean,
): Promise<{ sha256: string; text: string } | null> {
  const sha256 = createHash('sha256');
  const pieces: Buffer[] = [];
  try {
    for await (const piece of await zip.open(name)) {
      sha256.update(piece as Buffer);
      if (kept) pieces.push(piece as Buffer);
    }
  } catch {
    return null;
  }
  return { sha256: sha256.digest('hex'), text: Buffer.concat(pieces).toString('utf8') };
}
