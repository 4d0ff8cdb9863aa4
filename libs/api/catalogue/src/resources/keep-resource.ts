import type { Ctx, Tx } from '@lms/api-platform';
import type { AddedResource } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { titleFromName } from '../uploads/summary-words.js';
import { type ResourceUpload, resourceUpload } from './resource-upload.js';

/** The resource and revision that have these bytes; held against two who bring the same at once. */
export async function revisionWith(
  tx: Tx,
  { kind, sha256 }: Pick<ResourceUpload, 'kind' | 'sha256'>,
): Promise<{ resourceId: string; number: number; title: string } | undefined> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7265))', [sha256]);
  const rows: { resourceId: string; number: number; title: string }[] = await tx.query(
    `select v.resource_id as "resourceId", v.number, r.title
     from resource_revision v join resource r on r.id = v.resource_id where v.kind = $1 and v.sha256 = $2`,
    [kind, sha256],
  );
  return rows[0];
}

/** Writes the upload as this revision of the resource; nobody changes it after that. */
export async function addRevision(
  tx: Tx,
  ctx: Ctx,
  resourceId: string,
  number: number,
  upload: ResourceUpload,
): Promise<void> {
  await tx.query(
    `insert into resource_revision (id, resource_id, number, kind, sha256, name, size, media_type, summary, seconds, pages,
       width, height, package_id, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      uuid(),
      resourceId,
      number,
      upload.kind,
      upload.sha256,
      upload.name,
      upload.size,
      upload.mediaType,
      upload.summary,
      upload.seconds,
      upload.pages,
      upload.width,
      upload.height,
      upload.packageId,
      ctx.actor.personId,
      ctx.now,
    ],
  );
}

/**
 * Makes an upload that is ready a file of the library, or finds the one that has the same bytes already.
 * Problems: those of {@link resourceUpload}.
 */
export async function keepResource(tx: Tx, ctx: Ctx, uploadId: string, title?: string): Promise<AddedResource> {
  const upload = await resourceUpload(tx, uploadId);
  const known = await revisionWith(tx, upload);
  if (known) return { id: known.resourceId, known: true };
  const id = uuid();
  await tx.query('insert into resource (id, kind, title, created_at) values ($1, $2, $3, $4)', [
    id,
    upload.kind,
    title ?? upload.title ?? titleFromName(upload.name),
    ctx.now,
  ]);
  await addRevision(tx, ctx, id, 1, upload);
  return { id, known: false };
}
