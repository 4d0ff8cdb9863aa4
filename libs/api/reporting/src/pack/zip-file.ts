import { createHash } from 'node:crypto';
import type { PackManifest } from '@lms/contracts';
import { Zip, ZipDeflate } from 'fflate';

type Packed = PackManifest['manifest']['files'][number];

/** A ZIP that is written file by file, piece by piece: memory stays that of one piece. */
export class ZipFile {
  /** What was added: names, bytes before packing, and their SHA-256. */
  readonly files: Packed[] = [];
  private pieces: Uint8Array[] = [];
  private readonly zip: Zip;

  /** `at` is the time that the files in it bear. */
  constructor(private readonly at: Date) {
    this.zip = new Zip((error, piece) => {
      if (error) throw error;
      this.pieces.push(piece);
    });
  }

  /** One file; what comes out are the next bytes of the ZIP. */
  async *add(name: string, source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = this.at;
    this.zip.add(file);
    const sha256 = createHash('sha256');
    let size = 0;
    for await (const piece of source) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      sha256.update(bytes);
      size += bytes.length;
      file.push(bytes, false);
      yield* this.ready();
    }
    file.push(new Uint8Array(), true);
    yield* this.ready();
    this.files.push({ name, size, sha256: sha256.digest('hex') });
  }

  *end(): Generator<Uint8Array> {
    this.zip.end();
    yield* this.ready();
  }

  private ready(): Uint8Array[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }
}
