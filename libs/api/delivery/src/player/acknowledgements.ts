import { Clock, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { Batches } from '../commits/batches.js';

export interface Acknowledgement {
  attemptId: string;
  personId: string;
  sha256: string;
  name: string;
}

/**
 * A completion is work for the database rather than for the disk: the more of them in one transaction, the less each costs. A
 * second transaction is begun only for so many that they share its price.
 */
const TRANSACTIONS = { atOnce: 1, many: 6 };

const ACKNOWLEDGE = 'select acknowledge_documents($1, $2, $3, $4, $5, $6) as answers';

/** Documents that are acknowledged together are written together, with the courses that they complete. */
@Injectable()
export class Acknowledgements {
  private readonly batches = new Batches<Acknowledgement, boolean | null>(
    (given) => this.write(given),
    ({ personId }) => personId,
    TRANSACTIONS,
  );

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Whether the course is completed by it; null where it is not the person's attempt at these bytes. */
  add(given: Acknowledgement): Promise<boolean | null> {
    return this.batches.add(given);
  }

  private async write(given: readonly Acknowledgement[]): Promise<(boolean | null)[]> {
    const row = await this.sql.row<{ answers: (boolean | null)[] }>('acknowledge', ACKNOWLEDGE, [
      given.map(({ attemptId }) => attemptId),
      given.map(({ personId }) => personId),
      given.map(({ sha256 }) => sha256),
      given.map(({ name }) => name),
      this.clock.now(),
      this.clock.today(),
    ]);
    return row?.answers ?? [];
  }
}
