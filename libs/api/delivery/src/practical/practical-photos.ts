import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import type { PracticalPhoto } from '@lms/contracts';
import { ProofTokens } from '../proofs/proof-tokens.js';

interface Row {
  id: string;
  assessmentId: string;
  itemId: string | null;
  sha256: string;
  size: number;
  mediaType: string;
  addedAt: Date;
}

/** The pictures of assessments, each with an address that its reader can open for a while. */
@Injectable()
export class PracticalPhotos {
  constructor(
    private readonly sql: Sql,
    private readonly tokens: ProofTokens,
  ) {}

  /** By assessment. Only for assessments that the actor was found to be allowed to see. */
  async of(ctx: Ctx, assessmentIds: readonly string[]): Promise<(assessmentId: string) => PracticalPhoto[]> {
    const rows = await this.sql.rows<Row>(
      'practical-photos',
      `select id, assessment_id as "assessmentId", item_id as "itemId", sha256, size::float8 as size,
         media_type as "mediaType", added_at as "addedAt"
       from practical_photo where assessment_id = any ($1::uuid[]) order by added_at, id`,
      [assessmentIds],
    );
    const photos = Map.groupBy(rows, (row) => row.assessmentId);
    return (assessmentId) =>
      (photos.get(assessmentId) ?? []).map(({ id, itemId, addedAt, sha256, size, mediaType }, index) => ({
        id,
        itemId,
        addedAt: addedAt.toISOString(),
        address: this.tokens.addressFor(ctx, { sha256, size, mediaType, name: `photo-${index + 1}` }),
      }));
  }
}
