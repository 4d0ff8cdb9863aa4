import {
  assertUnchanged,
  changeOf,
  Conflict,
  type Ctx,
  Forbidden,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import type { Created, SaveMatrixView } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isOfTeam } from './is-of-team.js';

/** Saves, changes and deletes views of the matrix: one's own, and those of the People Team for whoever is of it. */
@Injectable()
export class WriteViews {
  constructor(private readonly transactions: Transactions) {}

  /** Forbidden for who shares without being of the People Team, Conflict `name-taken`. */
  async add(ctx: Ctx, view: SaveMatrixView): Promise<Created> {
    assertMayShare(ctx, view);
    const id = uuid();
    await this.write(ctx, (tx) =>
      tx.query(
        `insert into saved_view (id, list, name, person_id, shared, filters, saved_at) values ($1, 'matrix', $2, $3, $4, $5, $6)`,
        [id, view.name, ctx.actor.personId, view.shared, view.filters, ctx.now],
      ),
    );
    return { id };
  }

  /** NotFound for what one does not see; ChangedMeanwhile when somebody else saved first. */
  async save(ctx: Ctx, id: string, seen: number, view: SaveMatrixView): Promise<void> {
    assertMayShare(ctx, view);
    await this.write(ctx, async (tx) => {
      assertUnchanged(seen, (await lock(tx, ctx, id)).version);
      await tx.query(
        'update saved_view set name = $2, shared = $3, filters = $4, saved_at = $5, version = version + 1 where id = $1',
        [id, view.name, view.shared, view.filters, ctx.now],
      );
    });
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    await this.write(ctx, async (tx) => {
      await lock(tx, ctx, id);
      await tx.query('delete from saved_view where id = $1', [id]);
    });
  }

  private async write(ctx: Ctx, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    try {
      await this.transactions.run(changeOf(ctx), work);
    } catch (error) {
      if (!violates(error, 'saved_view_name_key')) throw error;
      throw new Conflict('name-taken', 'A view has this name already.', [
        { path: 'name', message: 'A view has this name already' },
      ]);
    }
  }
}

function assertMayShare({ actor }: Ctx, { shared }: SaveMatrixView): void {
  if (shared && !isOfTeam(actor)) throw new Forbidden('not-of-the-team', 'Only the People Team shares views.');
}

async function lock(tx: Tx, { actor }: Ctx, id: string): Promise<{ version: number }> {
  const [view]: { version: number }[] = await tx.query(
    `select version from saved_view
     where id = $1 and (person_id = any (persons_as($2)) or shared and $3::boolean) for update`,
    [id, actor.personId, isOfTeam(actor)],
  );
  if (!view) throw new NotFound();
  return view;
}
