import { changeOf, type Ctx, type Transactions, type Tx } from '@lms/api-platform';
import type { Consequences } from '@lms/contracts';
import { consequencesOf, pictureOf } from './consequences.js';

/** Carries what was seen out of a transaction that is undone. */
class Seen extends Error {
  constructor(readonly consequences: Consequences) {
    super('Undone on purpose');
  }
}

/** Makes a correction, looks, and undoes it: what is shown beforehand is what will happen. */
export async function previewOf(
  transactions: Transactions,
  ctx: Ctx,
  personId: string,
  correct: (tx: Tx) => Promise<unknown>,
): Promise<Consequences> {
  try {
    return await transactions.run(changeOf(ctx), async (tx) => {
      const before = await pictureOf(tx, personId, ctx.today);
      await correct(tx);
      // What is counted at the end of a transaction, such as a refresher, belongs to what follows.
      await tx.query('select follow_ledger(persons_as(who_is($1)))', [personId]);
      throw new Seen(consequencesOf(before, await pictureOf(tx, personId, ctx.today)));
    });
  } catch (thrown) {
    if (thrown instanceof Seen) return thrown.consequences;
    throw thrown;
  }
}
