import type { Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { type OutsideOutcome, type OutsideRow, recordOutside } from './outside/record-outside.js';

/** What other features may ask of the record. */
@Injectable()
export class RecordsFacade {
  /** {@link recordOutside}, of one. */
  async recordOutside(tx: Tx, recordedBy: string | null, at: Date, row: OutsideRow): Promise<OutsideOutcome> {
    const [outcome] = await recordOutside(tx, recordedBy, at, [row]);
    if (!outcome) throw new Error('One row is one outcome');
    return outcome;
  }

  /** {@link recordOutside}. */
  recordAllOutside(
    tx: Tx,
    recordedBy: string | null,
    at: Date,
    rows: readonly OutsideRow[],
  ): Promise<OutsideOutcome[]> {
    return recordOutside(tx, recordedBy, at, rows);
  }
}
