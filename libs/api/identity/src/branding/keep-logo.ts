import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import {
  changeOf,
  type Ctx,
  Invalid,
  MalwareScanner,
  ProblemError,
  ScannerUnavailable,
  Storage,
  Transactions,
} from '@lms/api-platform';
import type { KeptLogo } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { pngSize } from './png-size.js';

export const MOST_LOGO_BYTES = 512 * 1024;
const MOST_PIXELS = 2048;
const SCAN_MS = 20_000;
const NO_PNG = 'This is not a PNG picture that every mail and paper can show. Choose the logo again in the settings.';

/** Takes a logo in: as a PNG, drawn by the browser from whatever file was chosen, so that it holds nothing but a picture. */
@Injectable()
export class KeepLogo {
  constructor(
    private readonly storage: Storage,
    private readonly scanner: MalwareScanner,
    private readonly transactions: Transactions,
  ) {}

  /** Problems: 415 `media-type`, 413 `too-large`, 422 `invalid`, 503 `not-scanned`; nothing is kept after any of them. */
  async run(ctx: Ctx, request: IncomingMessage): Promise<KeptLogo> {
    const bytes = await receive(request);
    const size = pngSize(bytes, MOST_PIXELS);
    if (!size) throw new Invalid([{ path: 'file', message: NO_PNG }], NO_PNG);
    await this.scan(bytes);
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const { sha256 } = await this.storage.put(Readable.from([bytes]));
      // The same lock as for every stored file: from here on nobody clears it away.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
      if ((await this.storage.size(sha256)) === undefined) await this.storage.put(Readable.from([bytes]));
      await tx.query(
        `insert into brand_logo (sha256, width, height, size, added_by, added_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [sha256, size.width, size.height, bytes.length, ctx.actor.personId, ctx.now],
      );
      return { sha256, ...size };
    });
  }

  private async scan(bytes: Buffer): Promise<void> {
    if (!this.scanner.isOn) return;
    try {
      if ((await this.scanner.scan(Readable.from([bytes]), AbortSignal.timeout(SCAN_MS))) === null) return;
    } catch (error) {
      if (!(error instanceof ScannerUnavailable) && !(error instanceof Error && error.name === 'TimeoutError'))
        throw error;
      throw new ProblemError(
        503,
        'not-scanned',
        'Files cannot be checked for malware right now. Try again in a minute.',
      );
    }
    const message = 'The malware scan found something in this file. It was not kept.';
    throw new Invalid([{ path: 'file', message }], message);
  }
}

async function receive(request: IncomingMessage): Promise<Buffer> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/octet-stream') {
    throw new ProblemError(415, 'media-type', 'Send the file itself as application/octet-stream.');
  }
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > MOST_LOGO_BYTES) {
      const text = 'The logo is larger than 512 kB, the most that is accepted.';
      throw new ProblemError(413, 'too-large', text, undefined, { connection: 'close' });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
