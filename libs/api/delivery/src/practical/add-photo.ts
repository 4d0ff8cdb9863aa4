import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { changeOf, Conflict, type Ctx, Invalid, Storage, Transactions, type Tx } from '@lms/api-platform';
import { holdFile } from '../proofs/hold-file.js';
import type { PictureType } from '../proofs/proof-kind.js';
import { KeepProof } from '../proofs/keep-proof.js';
import type { ReceivedProof } from '../proofs/receive-proof.js';
import { lockDraft } from './lock-draft.js';
import { signingOf } from './sign-basis.js';

const PICTURES: readonly PictureType[] = ['image/jpeg', 'image/png', 'image/webp'];
const MOST_PHOTOS = 20;

interface PhotoPlace {
  id: string;
  photoId: string;
  itemId: string | undefined;
}

/** Keeps a photo of a draft. The same photo sent again, by its id, is one. */
@Injectable()
export class AddPhoto {
  constructor(
    private readonly storage: Storage,
    private readonly keepProof: KeepProof,
    private readonly transactions: Transactions,
  ) {}

  async run(ctx: Ctx, place: PhotoPlace, request: IncomingMessage): Promise<void> {
    // Looked at before anything travels, and again when it is written.
    await this.transactions.run(changeOf(ctx), (tx) => assertFits(tx, ctx, place));
    const received = await this.keepProof.run(request, PICTURES);
    await this.transactions.run(changeOf(ctx), (tx) => this.write(tx, ctx, place, received));
  }

  private async write(tx: Tx, ctx: Ctx, place: PhotoPlace, photo: ReceivedProof<PictureType>): Promise<void> {
    await assertFits(tx, ctx, place);
    await holdFile(tx, this.storage, photo.sha256);
    await tx.query(
      `insert into practical_photo (id, assessment_id, item_id, sha256, size, media_type, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [
        place.photoId,
        place.id,
        place.itemId ?? null,
        photo.sha256,
        photo.size,
        photo.mediaType,
        ctx.actor.personId,
        ctx.now,
      ],
    );
  }
}

async function assertFits(tx: Tx, ctx: Ctx, { id, photoId, itemId }: PhotoPlace): Promise<void> {
  const draft = await lockDraft(tx, ctx, id);
  const { settings } = await signingOf(tx, ctx, draft.personId, draft.activityId);
  if (!settings.photos) throw new Conflict('no-photos', 'This practical takes no photos.');
  if (itemId && !settings.items.some((item) => item.id === itemId)) {
    throw new Invalid([{ path: 'itemId', message: 'This is not an item of the checklist.' }]);
  }
  const rows: { n: number }[] = await tx.query(
    'select count(*)::int as n from practical_photo where assessment_id = $1 and id <> $2',
    [id, photoId],
  );
  if ((rows[0]?.n ?? 0) >= MOST_PHOTOS) throw new Conflict('too-many-photos', 'An assessment takes up to 20 photos.');
}
