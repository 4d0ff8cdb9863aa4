import { Clock, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { UnpackedPackage } from '../packages/unpacked-package.js';
import type { Findings } from './inspect-upload.js';

/** Writes what was found in an upload, with a package's files, in one transaction. */
@Injectable()
export class KeepFindings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(upload: { id: string; sha256: string }, found: Findings): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, async (tx) => {
      const waiting: unknown[] = await tx.query(
        `select from upload where id = $1 and state = 'processing' for update`,
        [upload.id],
      );
      // Another run of the same job was quicker.
      if (waiting.length === 0) return;
      const packageId = found.unpacked && (await keepPackage(tx, upload.sha256, found.unpacked, at));
      await tx.query(
        `update upload set state = 'ready', progress = 100, summary = $2, title = $3, activity_kind = $4,
           media_type = $5, seconds = $6, pages = $7, package_id = $8, width = $9, height = $10
         where id = $1`,
        [
          upload.id,
          found.summary,
          found.title,
          found.activityKind,
          found.mediaType,
          found.seconds,
          found.pages,
          packageId,
          found.width ?? null,
          found.height ?? null,
        ],
      );
    });
  }
}

async function keepPackage(tx: Tx, sourceSha256: string, unpacked: UnpackedPackage, at: Date): Promise<string> {
  const id = uuid();
  const { standard, edition, title, entryRoot, scos, totalSize, files } = unpacked;
  await tx.query(
    `insert into content_package (id, standard, edition, title, source_sha256, entry_root, scos, total_size, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, standard, edition, title, sourceSha256, entryRoot, JSON.stringify(scos), totalSize, at],
  );
  await tx.query(
    `insert into package_file (package_id, path, sha256, size, media_type)
     select $1::uuid, f.* from unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) f`,
    [
      id,
      files.map((file) => file.path),
      files.map((file) => file.sha256),
      files.map((file) => file.size),
      files.map((file) => file.mediaType),
    ],
  );
  return id;
}
