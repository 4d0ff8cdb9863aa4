import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { ProblemError } from '../http/problem.js';

const WINDOW_SECONDS = 60;

export interface AddressLimitOptions {
  /** Keeps its counts apart from those of others. */
  keyPrefix: string;
  perMinute: number;
  /** Of the problem that is answered when there were too many. */
  code: string;
  sentence: string;
}

/** So many calls from one address in a minute, counted in the database, so that every replica counts together. */
export class AddressLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    private readonly options: AddressLimitOptions,
  ) {
    this.limiter = new RateLimiterPostgres({
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'request_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: options.keyPrefix,
      points: options.perMinute,
      duration: WINDOW_SECONDS,
    });
  }

  /** Throws 429 when there were too many. */
  async count(address: string): Promise<void> {
    try {
      await this.limiter.consume(address || 'unknown');
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      const { code, sentence } = this.options;
      throw new ProblemError(429, code, sentence, undefined, { 'retry-after': String(WINDOW_SECONDS) });
    }
  }
}
