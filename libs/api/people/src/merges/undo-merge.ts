import { Audit, changeOf, Conflict, type Ctx, NotFound, Outbox, Transactions } from '@lms/api-platform';
import type { Merge } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { KEPT_BECAUSE } from './merge.sql.js';
import { tellMerge } from './tell-merge.js';

interface Row {
  personId: string;
  otherId: string;
  kept: Merge['keptBecause'];
}

const MERGE = `select m.same_as as "personId", m.person_id as "otherId", ${KEPT_BECAUSE} as kept from person_merge m
  where m.id = $2`;

const WHY_NOT: Record<NonNullable<Merge['keptBecause']>, string> = {
  undone: 'This has been undone already.',
  'too-late': 'The days in which this could be undone are over.',
  'merged-on': 'This person was merged with another since. Undo that first.',
};

/** The two are two again, with everything that each had. */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [seen]: Row[] = await tx.query(MERGE, [ctx.today, id]);
      if (!seen) throw new NotFound();
      const { personId, otherId } = seen;
      await tx.query('select lock_people(array[$1, $2]::uuid[])', [personId, otherId]);
      // Read again: somebody else may have undone it, or merged on, while this waited.
      const [merge]: Row[] = await tx.query(MERGE, [ctx.today, id]);
      if (merge?.kept) throw new Conflict('not-undone', WHY_NOT[merge.kept]);
      await tx.query('select undo_merge($1, $2, $3, $4)', [id, ctx.actor.personId, ctx.today, ctx.now]);
      await this.audit.append(tx, ctx, {
        action: 'person.unmerge',
        targetType: 'person',
        targetId: personId,
        detail: { mergeId: id, mergedId: otherId },
      });
      await tellMerge(tx, ctx, this.outbox, { type: 'people.unmerged', personId, otherId });
    });
  }
}
