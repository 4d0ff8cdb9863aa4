import { Injectable } from '@nestjs/common';
import { ProblemError } from '@lms/api-platform';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT = 10;
/** Loose: a whole site cabin signs in through one address. */
const PER_ADDRESS = 300;

/** Failed attempts within a quarter of an hour, counted in the database, so that every replica counts together. */
@Injectable()
export class AttemptLimits {
  private readonly account: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    const common = {
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'request_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      duration: WINDOW_SECONDS,
    };
    this.account = new RateLimiterPostgres({ ...common, keyPrefix: 'account', points: PER_ACCOUNT });
    this.address = new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: PER_ADDRESS });
  }

  /** Throws before the password is even looked at. */
  async beforeAttempt(account: string, address: string): Promise<void> {
    refuseIfUsedUp(await this.account.get(keyOf(account)), PER_ACCOUNT);
    if (address) refuseIfUsedUp(await this.address.get(keyOf(address)), PER_ADDRESS);
  }

  async afterFailure(account: string, address: string): Promise<void> {
    await this.account.consume(keyOf(account)).catch(ignoreUsedUp);
    if (address) await this.address.consume(keyOf(address)).catch(ignoreUsedUp);
  }

  async afterSuccess(account: string): Promise<void> {
    await this.account.delete(keyOf(account));
  }
}

const keyOf = (text: string): string => text.trim().toLowerCase().slice(0, 200);

function refuseIfUsedUp(used: RateLimiterRes | null, points: number): void {
  if (!used || used.consumedPoints < points || used.msBeforeNext <= 0) return;
  const seconds = Math.ceil(used.msBeforeNext / 1000);
  const minutes = Math.ceil(seconds / 60);
  throw new ProblemError(
    429,
    'too-many-attempts',
    `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or choose "Forgotten password".`,
    undefined,
    { 'retry-after': String(seconds) },
  );
}

/** Over the limit the library throws its answer; anything else it throws is a real error. */
function ignoreUsedUp(thrown: unknown): void {
  if (thrown instanceof Error) throw thrown;
}
