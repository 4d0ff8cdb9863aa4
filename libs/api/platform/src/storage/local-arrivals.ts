import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Arrivals, assertArrivalId, isArrivalId, type ListedArrival } from './arrivals.js';
import { chainOf, endOf, type Piece } from './arrived-pieces.js';
import { isAddress } from './address.js';
import { flushDirectory, isMissing, listFiles, makeDirectory } from './directories.js';
import type { LocalStorage } from './local-storage.js';
import { Measured } from './measured.js';
import type { StoredBytes } from './storage.js';
import { writePieces } from './write-pieces.js';

interface LocalPiece extends Piece {
  path: string;
  /** Nobody writes into it any more. */
  whole: boolean;
}

const NAME = /^(\d{16})-[0-9a-f-]{36}(\.part)?$/;

/**
 * Keeps each file on its way as pieces, `arriving/<id>/<where it begins>-<random>`, below one directory of this machine,
 * readable by their owner alone. Each request writes a piece of its own, so that one which was believed dead can never
 * change what another has written; a piece ends in `.part` until its request is over. Beside a piece that came to its end
 * stands its hash, in a file that ends in `.sha256`: what came in one piece need not be read again to be stored.
 */
export class LocalArrivals extends Arrivals {
  private readonly directory: string;

  constructor(
    directory: string,
    private readonly storage: LocalStorage,
  ) {
    super();
    this.directory = join(resolve(directory), 'arriving');
  }

  override async size(id: string): Promise<number> {
    return endOf(chainOf(await this.pieces(id)));
  }

  override async append(id: string, offset: number, source: Readable): Promise<number> {
    source.on('error', () => undefined);
    if ((await this.size(id)) < offset) throw new Error('There is a gap before these bytes');
    const folder = this.folderOf(id);
    await makeDirectory(folder);
    const path = join(folder, `${String(offset).padStart(16, '0')}-${randomUUID()}`);
    const file = await open(`${path}.part`, 'wx', 0o600);
    try {
      const { sha256, size } = await write(file, source);
      await writeFile(`${path}.sha256`, sha256, { mode: 0o600 });
      return offset + size;
    } finally {
      await file.close();
      await rename(`${path}.part`, path);
      await flushDirectory(folder);
    }
  }

  override open(id: string): Readable {
    const pieces = () => this.pieces(id);
    return Readable.from(
      (async function* (): AsyncGenerator<Buffer> {
        for (const { piece, from } of chainOf(await pieces()))
          yield* createReadStream(piece.path, { start: from, end: piece.size - 1 });
      })(),
      { objectMode: false },
    );
  }

  override async keep(id: string): Promise<StoredBytes> {
    const [first, ...others] = chainOf(await this.pieces(id));
    // What came in one piece need not be copied.
    const whole = first && others.length === 0 && first.piece.whole ? first.piece : undefined;
    return (whole && (await this.storage.adopt(whole.path, await knownOf(whole)))) || this.storage.put(this.open(id));
  }

  override async remove(id: string): Promise<void> {
    await rm(this.folderOf(id), { recursive: true, force: true });
  }

  override async *list(): AsyncGenerator<ListedArrival> {
    const ids = await readdir(this.directory).catch(nothingIfMissing);
    for (const id of ids.filter(isArrivalId)) {
      let changedAt = new Date(0);
      for await (const file of listFiles(this.folderOf(id))) if (file.changedAt > changedAt) changedAt = file.changedAt;
      yield { id, changedAt };
    }
  }

  private async pieces(id: string): Promise<LocalPiece[]> {
    const folder = this.folderOf(id);
    const names = await readdir(folder).catch(nothingIfMissing);
    const found = await Promise.all(names.map((name) => pieceOf(folder, name)));
    return found.filter((piece) => piece !== undefined);
  }

  private folderOf(id: string): string {
    assertArrivalId(id);
    return join(this.directory, id);
  }
}

/** A piece that is given its last name at this moment is looked for under that one too. */
async function pieceOf(folder: string, name: string): Promise<LocalPiece | undefined> {
  const [, start, part] = NAME.exec(name) ?? [];
  if (start === undefined) return undefined;
  for (const candidate of part ? [name, name.slice(0, -part.length)] : [name]) {
    const path = join(folder, candidate);
    const facts = await stat(path).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
    if (facts) return { path, start: Number(start), size: facts.size, whole: !candidate.endsWith('.part') };
  }
  return undefined;
}

/** What is in a piece, where it was written down when its last byte came. A hash cut short by a power cut is none. */
async function knownOf({ path, size }: LocalPiece): Promise<StoredBytes | undefined> {
  const sha256 = await readFile(`${path}.sha256`, 'utf8').catch(nothingIfMissing);
  return typeof sha256 === 'string' && isAddress(sha256) ? { sha256, size } : undefined;
}

async function write(file: FileHandle, source: Readable): Promise<StoredBytes> {
  const measured = new Measured(source, Number.POSITIVE_INFINITY);
  try {
    await writePieces(file, measured);
  } finally {
    // Also after a break: what is told to have arrived must be there after a power cut.
    await file.sync();
  }
  return measured.stored();
}

function nothingIfMissing(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}
