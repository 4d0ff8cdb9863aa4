import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

const LOCK = 7_264_002;
const ASK_AGAIN_MS = 250;

/**
 * One at a time among all processes: whoever puts the files of a package into the storage before any row names them,
 * and whoever removes a file because no row names it.
 */
@Injectable()
export class UnpackingTurn {
  constructor(private readonly dataSource: DataSource) {}

  /** Waits for the turn as long as the signal allows; then throws the signal's reason. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      while (!(await isOurs(runner))) await wait(ASK_AGAIN_MS, undefined, { signal });
      try {
        return await work();
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    } finally {
      await runner.release();
    }
  }
}

/** The lock belongs to the runner's connection and ends with it, also when the process is killed. */
async function isOurs(runner: QueryRunner): Promise<boolean> {
  const rows: { ours: boolean }[] = await runner.query('select pg_try_advisory_lock($1) as ours', [LOCK]);
  return rows[0]?.ours ?? false;
}
