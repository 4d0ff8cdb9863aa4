import { Sql, Storage } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { Blobs } from '../blobs.js';

/** How many files one question is about. */
const AT_ONCE = 500;
const USED = 'select used_files as sha256 from used_files($1::text[])';

/** Stored files that no row names, and halves of files. */
@Injectable()
export class OrphanedFiles {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly blobs: Blobs,
  ) {}

  /** Whatever was put after that moment may still be waiting for its row. */
  async run(before: Date, signal: AbortSignal): Promise<void> {
    await this.storage.clearHalfFiles(before);
    let batch: string[] = [];
    for await (const { sha256, putAt } of this.storage.list()) {
      if (putAt >= before) continue;
      batch.push(sha256);
      if (batch.length < AT_ONCE) continue;
      await this.removeUnused(batch, signal);
      batch = [];
    }
    await this.removeUnused(batch, signal);
  }

  private async removeUnused(addresses: string[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const rows = await this.sql.rows<{ sha256: string }>('used-files', USED, [addresses]);
    const used = new Set(rows.map(({ sha256 }) => sha256));
    // Asked again for each under its lock: a row may have come meanwhile.
    for (const sha256 of addresses) if (!used.has(sha256)) await this.blobs.removeIfUnused(sha256, signal);
  }
}
