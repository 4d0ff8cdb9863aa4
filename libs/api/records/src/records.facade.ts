import { Clock, type Tx } from '@lms/api-platform';
import type { RecordFile } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetRecordFile } from './exports/record-file.js';
import { type OutsideOutcome, type OutsideRow, recordOutside } from './outside/record-outside.js';

/** What other features may ask of the record. */
@Injectable()
export class RecordsFacade {
  constructor(
    private readonly files: GetRecordFile,
    private readonly clock: Clock,
  ) {}

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

  /** The chain of one entry as a signed file, as the person themself would take it. NotFound without such an entry. */
  recordFile(personId: string): Promise<RecordFile> {
    return this.files.run({ actor: { personId }, today: this.clock.today(), now: this.clock.now() }, personId);
  }
}
