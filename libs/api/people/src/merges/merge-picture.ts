import { createHash } from 'node:crypto';
import type { Ctx, Tx } from '@lms/api-platform';
import type { MergePair, MergePreview, MergeSide } from '@lms/contracts';
import { addDays, type LocalDate } from '@lms/domain';
import { COUNTED, HEADS, LINES, SIDE } from './side.sql.js';

/** How long a merge can be taken back. */
const UNDO_DAYS = 30;
export const undoUntil = (today: LocalDate): LocalDate => addDays(today, UNDO_DAYS);

type Line = MergePreview['courses'][number]['after'];
interface CourseLine extends Line {
  courseId: string;
  title: string;
}

const side = async (tx: Tx, id: string): Promise<MergeSide> => {
  const [row]: { side: MergeSide }[] = await tx.query(SIDE, [id]);
  if (!row) throw new Error(`No entry ${id}`);
  return row.side;
};
const lines = (tx: Tx, id: string, today: LocalDate): Promise<CourseLine[]> => tx.query(LINES, [id, today]);

/** Merges by `merge` and tells what that was: both sides before it, and where the person stands after it. */
export async function pictureOfMerge(
  tx: Tx,
  ctx: Ctx,
  { keepId, mergeId }: MergePair,
  merge: () => Promise<void>,
): Promise<MergePreview> {
  const [keep, other] = [await side(tx, keepId), await side(tx, mergeId)];
  const [ofKeep, ofOther] = [await lines(tx, keepId, ctx.today), await lines(tx, mergeId, ctx.today)];
  const heads: { chain: string; seq: number }[] = await tx.query(HEADS, [keepId, mergeId]);
  await merge();
  const after = await lines(tx, keepId, ctx.today);
  const seen = {
    keep,
    merge: other,
    courses: coursesOf(ofKeep, ofOther, after),
    counts: await counted(tx, keepId, heads),
    owedAfter: (await side(tx, keepId)).owed,
    undoUntil: undoUntil(ctx.today),
  };
  return { ...seen, digest: createHash('sha256').update(JSON.stringify(seen)).digest('hex') };
}

const counted = (
  tx: Tx,
  id: string,
  heads: readonly { chain: string; seq: number }[],
): Promise<MergePreview['counts']> =>
  tx.query(COUNTED, [id, heads.map(({ chain }) => chain), heads.map(({ seq }) => seq)]);

/** Every course that changes for whoever is kept, or that both had. */
function coursesOf(keep: CourseLine[], merge: CourseLine[], after: CourseLine[]): MergePreview['courses'] {
  const [kept, merged] = [byCourse(keep), byCourse(merge)];
  return after.flatMap(({ courseId, title, ...now }) => {
    const [was, other] = [kept.get(courseId) ?? null, merged.get(courseId) ?? null];
    return !other && was && same(was, now) ? [] : [{ courseId, title, keep: was, merge: other, after: now }];
  });
}

const byCourse = (given: CourseLine[]): Map<string, Line> =>
  new Map(
    given.map(({ courseId, standing, dueOn, validUntil }): [string, Line] => [
      courseId,
      { standing, dueOn, validUntil },
    ]),
  );
const same = (a: Line, b: Line): boolean =>
  a.standing === b.standing && a.dueOn === b.dueOn && a.validUntil === b.validUntil;
