import { type Ctx, Forbidden, type Tx } from '@lms/api-platform';

/** Edits of a version by somebody that named other hosts than before. From the audit: what can be undone is forgotten. */
const NAMED = `
  select from audit_event
  where action = 'activity.save' and target_type = 'course version' and target_id = $1 and actor_id = $2
    and coalesce(detail #> '{before,outsideHosts}', '[]') <> coalesce(detail #> '{after,outsideHosts}', '[]')
  limit 1`;

/** Whoever named a host that a package of the version may use, or took one away, is not the one who approves it. */
export async function assertNotNamed(tx: Tx, ctx: Ctx, versionId: string): Promise<void> {
  const named: unknown[] = await tx.query(NAMED, [versionId, ctx.actor.personId]);
  if (named.length === 0) return;
  throw new Forbidden(
    'second-person-needed',
    'You named other websites that a package in this uses, so somebody else has to publish it.',
  );
}
