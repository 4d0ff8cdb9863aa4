import { changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { SelectRowsRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import { lockSeen } from '../read/seen-import.js';
import { notNow } from './choose-row.js';

/** Which rows applying writes. */
@Injectable()
export class SelectRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly kinds: ImportKinds,
  ) {}

  async run(ctx: Ctx, id: string, { rows, outcome, selected }: SelectRowsRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { state } = await lockSeen(tx, ctx, this.kinds, id);
      if (state !== 'checked' && state !== 'applied') throw notNow();
      await tx.query(
        `update import_row set selected = $4 where import_id = $1 and result is null and selected <> $4
           and (n = any ($2::int[]) or outcome = $3)`,
        [id, rows ?? [], outcome ?? null, selected],
      );
    });
  }
}
