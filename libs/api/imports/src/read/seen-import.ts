import { type Ctx, NotFound, type Tx } from '@lms/api-platform';
import type { ImportKindName, ImportState } from '@lms/contracts';
import type { ImportKinds } from '../kinds/import-kinds.js';

/** Whoever keeps everybody's entries sees every import; others see their own. */
export const seesAll = (ctx: Ctx): boolean => ctx.actor.permissions.has('people.write');

/** Of the row `i`: $1 the actor, $2 whether they see all, $3 the kinds that they may bring in. */
export const SEEN = `(i.created_by = $1 or $2) and i.kind = any ($3::text[])`;

export const seenBy = (ctx: Ctx, kinds: ImportKinds): [string, boolean, string[]] => [
  ctx.actor.personId,
  seesAll(ctx),
  kinds.of(ctx).map(({ kind }) => kind),
];

export interface SeenImport {
  id: string;
  kind: ImportKindName;
  state: ImportState;
  fileName: string;
  headings: string[];
  createdBy: string;
}

/** The import, locked. NotFound for one that the actor does not see, as for one that is not there. */
export async function lockSeen(tx: Tx, ctx: Ctx, kinds: ImportKinds, id: string): Promise<SeenImport> {
  const rows: SeenImport[] = await tx.query(
    `select i.id, i.kind, i.state, i.file_name as "fileName", i.headings, i.created_by as "createdBy" from import i
     where ${SEEN} and i.id = $4 and i.cleared_at is null for update`,
    [...seenBy(ctx, kinds), id],
  );
  const [found] = rows;
  if (!found) throw new NotFound();
  return found;
}
