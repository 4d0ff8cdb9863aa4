import { changeOf, Conflict, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import { UploadQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { UPLOAD_LIMITS } from '../upload-limits.js';
import { assertName, emptyFile, tooLarge } from '../upload-problems.js';
import { EXPIRY_MS } from './arriving-uploads.js';

/** What one person may leave half-way: enough for a whole course, too little to fill a disk. */
const MOST_UNFINISHED = 40;

/** What a client says of the file that it is going to send. */
export interface Announced {
  id: string;
  size: number | undefined;
  metadata: Record<string, string | null> | undefined;
}

@Injectable()
export class BeginArriving {
  constructor(private readonly transactions: Transactions) {}

  /** Problems: 422 `invalid`, 413 `too-large`, 409 `too-many-unfinished`. */
  async run(ctx: Ctx, { id, size, metadata }: Announced): Promise<void> {
    const { kind, name } = readMetadata(metadata);
    assertName(name);
    if (!size) throw emptyFile();
    if (size > UPLOAD_LIMITS[kind]) throw tooLarge(UPLOAD_LIMITS[kind]);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: { n: number }[] = await tx.query(
        'select count(*)::int as n from arriving_upload where created_by = $1 and complete_at is null',
        [ctx.actor.personId],
      );
      if ((rows[0]?.n ?? 0) >= MOST_UNFINISHED) throw tooManyUnfinished();
      await tx.query(
        `insert into arriving_upload (id, kind, name, size, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, kind, name, size, ctx.actor.personId, ctx.now, new Date(ctx.now.getTime() + EXPIRY_MS)],
      );
    });
  }
}

function readMetadata(metadata: Announced['metadata']) {
  const read = UploadQuery.safeParse({ kind: metadata?.['kind'], name: metadata?.['name'] });
  if (read.success) return read.data;
  throw new Invalid(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}

const tooManyUnfinished = (): Conflict =>
  new Conflict(
    'too-many-unfinished',
    `${MOST_UNFINISHED} of your uploads are unfinished. Finish or stop some of them before you begin another.`,
  );
