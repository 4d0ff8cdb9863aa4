import { Injectable } from '@nestjs/common';
import { ProblemError } from '@lms/api-platform';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** Enough for a gate where everybody is checked; not enough to try serials. */
const PER_ADDRESS = 60;
const WINDOW_SECONDS = 60;

/** Checks of certificates from one address in a minute, counted in the database, so that every replica counts together. */
@Injectable()
export class CheckLimits {
  private readonly limiter: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.limiter = new RateLimiterPostgres({
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'request_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: 'certificate',
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
        'too-many-checks',
        'That was a lot of serials in a minute. Wait a moment and try again.',
        undefined,
        { 'retry-after': String(WINDOW_SECONDS) },
      );
    }
  }
}
