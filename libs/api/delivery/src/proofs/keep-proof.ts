import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Invalid,
  MalwareScanner,
  ProblemError,
  ScannerUnavailable,
  Storage,
  Transactions,
} from '@lms/api-platform';
import { lockFile } from './hold-file.js';
import type { ProofType } from './proof-kind.js';
import { receiveProof, type ReceivedProof } from './receive-proof.js';

const SCAN_MS = 60_000;

/**
 * Takes a picture or document in, and has it scanned where a scanner is set up: nothing that was not looked at passes.
 * Problems beside those of {@link receiveProof}: 422 `invalid` for malware, 503 `not-scanned` while there is no verdict.
 */
@Injectable()
export class KeepProof {
  constructor(
    private readonly storage: Storage,
    private readonly scanner: MalwareScanner,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run<T extends ProofType>(request: IncomingMessage, taken: readonly T[]): Promise<ReceivedProof<T>> {
    const received = await receiveProof(this.storage, request, taken);
    try {
      await this.scan(received.sha256);
      return received;
    } catch (error) {
      await this.forget(received.sha256);
      throw error;
    }
  }

  private async scan(sha256: string): Promise<void> {
    if (!this.scanner.isOn) return;
    const bytes = this.storage.open(sha256);
    // A scanner that gives up early may not have begun to read; an error that nobody hears would end the process.
    bytes.on('error', () => undefined);
    try {
      const found = await this.scanner.scan(bytes, AbortSignal.timeout(SCAN_MS));
      if (found === null) return;
      const message = 'The malware scan found something in this file. It was not kept. Take a photo of it instead.';
      throw new Invalid([{ path: 'file', message }], message);
    } catch (error) {
      if (error instanceof ScannerUnavailable || (error instanceof Error && error.name === 'TimeoutError')) {
        throw new ProblemError(
          503,
          'not-scanned',
          'Files cannot be checked for malware right now. Try again in a minute.',
        );
      }
      throw error;
    } finally {
      bytes.destroy();
    }
  }

  /** Unless the same bytes are somebody else's file as well. */
  private forget(sha256: string): Promise<void> {
    return this.transactions.run({ actorId: null, at: this.clock.now() }, async (tx) => {
      await lockFile(tx, sha256);
      const rows: { used: boolean }[] = await tx.query(
        'select exists (select from used_files(array[$1::text])) as used',
        [sha256],
      );
      if (rows[0]?.used === false) await this.storage.remove(sha256);
    });
  }
}
