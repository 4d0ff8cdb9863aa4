import { type Readable, Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { type SheetFile, SheetRefused } from './sheet-row.js';

const DAMAGED = 'The workbook is damaged. Open it in Excel, save it again, and give that file.';
/** More parts than any table has. */
const MOST_PARTS = 2_000;

class StoredZip extends RandomAccessReader {
  constructor(private readonly file: SheetFile) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.file.open({ start, end: end - 1 });
  }
}

/** The parts of a workbook by their names. Sizes are those that really come out, never those that the file claims. */
export class XlsxParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(file: SheetFile): Promise<XlsxParts> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
      fromRandomAccessReader(new StoredZip(file), file.size, options, (error, opened) =>
        error ? reject(damaged()) : resolve(opened),
      );
    });
    return new XlsxParts(zip, await entriesOf(zip));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of a part, in pieces. Refuses more bytes than the limit, and one cell that never ends. */
  async text(name: string, most: { bytes: number; cellLength: number }): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw damaged();
    const bytes = await new Promise<Readable>((resolve, reject) =>
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(damaged()) : resolve(stream))),
    );
    const text = limited(most);
    bytes.on('error', (error) => text.destroy(error instanceof SheetRefused ? error : damaged()));
    text.on('close', () => bytes.destroy());
    return bytes.pipe(text);
  }

  close(): void {
    this.zip.close();
  }
}

export const damaged = (): SheetRefused => new SheetRefused(DAMAGED);

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > MOST_PARTS) reject(damaged());
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged()));
    zip.readEntry();
  });
}

/** A character takes at most so many in XML. */
const ESCAPED = 8;

function limited({ bytes, cellLength }: { bytes: number; cellLength: number }): Transform {
  const decoder = new StringDecoder('utf8');
  let size = 0;
  let sinceTag = 0;
  return new Transform({
    readableObjectMode: true,
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > bytes)
        return done(
          new SheetRefused('The workbook unpacks to more than can be read. Save the one sheet alone, as CSV.'),
        );
      const text = decoder.write(piece);
      const lastTag = text.lastIndexOf('<');
      sinceTag = lastTag < 0 ? sinceTag + text.length : text.length - lastTag;
      if (sinceTag > cellLength * ESCAPED)
        return done(new SheetRefused('A cell of the workbook is longer than can be read.'));
      done(null, text === '' ? undefined : text);
    },
    flush(done) {
      done(null, decoder.end() || undefined);
    },
  });
}
