import { Injectable } from '@nestjs/common';
import { ProblemError } from '@lms/api-platform';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** Enough for everything that is behind a link, a few times over; not enough to try tokens. */
const PER_ADDRESS = 30;
const WINDOW_SECONDS = 60;

/** Links opened from one address in a minute, counted in the database, so that every replica counts together. */
@Injectable()
export class LeaverLimits {
  private readonly limiter: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.limiter = new RateLimiterPostgres({
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'request_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: 'leaver',
      points: PER_ADDRESS,
      duration: WINDOW_SECONDS,
    });
  }

  /** Throws when there were too many. */
  async count(address: string): Promise<void> {
    try {
      await this.limiter.consume(address || 'unknown');
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      throw new ProblemError(
        429,
        'too-many-links',
        'That was a lot in a minute. Wait a moment and try again.',
        undefined,
        { 'retry-after': String(WINDOW_SECONDS) },
      );
    }
  }
}
