import { Clock, Sql, Transactions, type Tx } from '@lms/api-platform';
import { Injectable, Logger } from '@nestjs/common';
import { ApplyRows } from '../apply/apply-rows.js';
import { CheckRows } from '../check/check-rows.js';
import { ReadFile } from '../files/read-file.js';
import { lockRunning, type RunningImport } from './running-import.js';

/** A step that fails that often is given up; only what is wrong with us fails, rows that are wrong do not. */
const MOST_FAILURES = 3;
const GAVE_UP =
  'This step could not be finished, for a reason that is not in the file. Try again; if it happens once more, tell whoever looks after the system.';

/** Works on an import until it waits for somebody. Whoever is killed leaves whole steps; the next one goes on from there. */
@Injectable()
export class RunImport {
  private readonly log = new Logger('Imports');

  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly read: ReadFile,
    private readonly check: CheckRows,
    private readonly apply: ApplyRows,
  ) {}

  async run(id: string, signal?: AbortSignal): Promise<void> {
    const found = await this.sql.row<{ by: string }>(
      'import-runs-for',
      'select created_by as by from import where id = $1',
      [id],
    );
    if (!found) return;
    try {
      while (!signal?.aborted && (await this.next(id, found.by)));
    } catch (error) {
      await this.giveUp(id, error);
      throw error;
    }
  }

  private async next(id: string, by: string): Promise<boolean> {
    try {
      return await this.once(id, by, (tx, running) => this.step(tx, running));
    } catch (error) {
      if (!(await this.isApplying(id))) throw error;
      this.log.warn({ import: id, error: String(error) });
      return this.oneByOne(id, by);
    }
  }

  private once(id: string, by: string, work: (tx: Tx, running: RunningImport) => Promise<boolean>): Promise<boolean> {
    return this.transactions.run({ actorId: by, at: this.clock.now() }, async (tx) => {
      const running = await lockRunning(tx, id);
      return running ? work(tx, running) : false;
    });
  }

  private async step(tx: Tx, running: RunningImport, most = this.apply.atOnce(running)): Promise<boolean> {
    const now = { at: this.clock.now(), today: this.clock.today() };
    if (running.state === 'applying') return this.apply.next(tx, running, now, most);
    if (running.state === 'checking') await this.check.next(tx, running, now);
    else await this.read.run(tx, running, now.at);
    return true;
  }

  /** Something in a batch cannot be written: the rows of that batch each have their own transaction, and only that one fails. */
  private async oneByOne(id: string, by: string): Promise<boolean> {
    let left = Infinity;
    for (let done = 0; done < left; done += 1) {
      let more = false;
      try {
        more = await this.once(id, by, (tx, running) => {
          left = Math.min(left, this.apply.atOnce(running));
          return this.step(tx, running, 1);
        });
      } catch (error) {
        more = await this.once(id, by, async (tx, running) => {
          await this.apply.fail(tx, running, this.clock.now(), error);
          return true;
        });
      }
      if (!more) return false;
    }
    return true;
  }

  private async isApplying(id: string): Promise<boolean> {
    const found = await this.sql.row('import-applies', `select from import where id = $1 and state = 'applying'`, [id]);
    return found !== undefined;
  }

  private async giveUp(id: string, error: unknown): Promise<void> {
    this.log.error({ import: id, error: String(error) });
    await this.sql.rows(
      'import-fails',
      `update import set failures = failures + 1, moved_at = $2,
         refusal = case when failures + 1 >= $3 then $4 end,
         state = case when failures + 1 < $3 then state when state = 'reading' then 'refused' when state = 'checking' then 'columns' else 'checked' end
       where id = $1 and state in ('reading', 'checking', 'applying')`,
      [id, this.clock.now(), MOST_FAILURES, GAVE_UP],
    );
  }
}
