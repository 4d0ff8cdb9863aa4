import type { StorageReader } from './storage-reader.js';

const END = Buffer.from('PK\u0005\u0006', 'latin1');
/** The end record without its comment, and the longest comment (APPNOTE.TXT 4.3.16). */
const [RECORD, COMMENT] = [22, 0xffff];

/** Whether zip programs would find a zip file at the end of this one: a record that ends exactly where the file does. */
export async function endsAsZip(reader: StorageReader): Promise<boolean> {
  const start = Math.max(0, reader.size - RECORD - COMMENT);
  const tail = await reader.read(start, reader.size - start);
  for (let at = tail.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1)) {
    if (at + RECORD <= tail.length && at + RECORD + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}
