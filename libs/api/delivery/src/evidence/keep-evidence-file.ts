import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { changeOf, Conflict, type Ctx, Invalid, Storage, Transactions } from '@lms/api-platform';
import type { StoredEvidenceFile } from '@lms/contracts';
import { holdFile } from '../proofs/hold-file.js';
import type { ProofType } from '../proofs/proof-kind.js';
import { KeepProof } from '../proofs/keep-proof.js';

const TAKEN: readonly ProofType[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
/** A person sends a handful a day; what goes far beyond is no person. */
const MOST_A_DAY = 200;
const DAY_MS = 86_400_000;

/** Takes a photo or file in, before it is sent with its dates. The same id again is the same file. */
@Injectable()
export class KeepEvidenceFile {
  constructor(
    private readonly storage: Storage,
    private readonly keepProof: KeepProof,
    private readonly transactions: Transactions,
  ) {}

  async run(ctx: Ctx, id: string, name: string, request: IncomingMessage): Promise<StoredEvidenceFile> {
    if (/\p{Cc}/u.test(name)) {
      throw new Invalid([{ path: 'name', message: 'The name of the file holds a character that cannot be shown.' }]);
    }
    const { sha256, size, mediaType } = await this.keepProof.run(request, TAKEN);
    return this.transactions.run(changeOf(ctx), async (tx) => {
      await holdFile(tx, this.storage, sha256);
      const [sent]: { n: number }[] = await tx.query(
        'select count(*)::int as n from evidence_file where added_by = $1 and added_at > $2',
        [ctx.actor.personId, new Date(ctx.now.getTime() - DAY_MS)],
      );
      if ((sent?.n ?? 0) >= MOST_A_DAY)
        throw new Conflict('too-many-files', 'That is a lot for one day. Go on tomorrow.');
      await tx.query(
        `insert into evidence_file (id, sha256, size, media_type, name, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
        [id, sha256, size, mediaType, name, ctx.actor.personId, ctx.now],
      );
      const rows: { sha256: string; addedBy: string }[] = await tx.query(
        'select sha256, added_by as "addedBy" from evidence_file where id = $1',
        [id],
      );
      if (rows[0]?.addedBy !== ctx.actor.personId || rows[0].sha256 !== sha256) {
        throw new Conflict('file-differs', 'Another file was sent under the same number. Choose it again.');
      }
      return { id, name, mediaType, size };
    });
  }
}
