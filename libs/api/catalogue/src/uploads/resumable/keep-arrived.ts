import { Arrivals, Clock, Sql, Transactions } from '@lms/api-platform';
import { Injectable, Logger } from '@nestjs/common';
import { Blobs } from '../blobs.js';

/** Makes an upload of a file whose last byte has arrived, with the same id. Safe to run again at any point. */
@Injectable()
export class KeepArrived {
  private readonly log = new Logger('Uploads');

  constructor(
    private readonly sql: Sql,
    private readonly arrivals: Arrivals,
    private readonly blobs: Blobs,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Nothing to do for an upload that came at once, or is one already. */
  async run(id: string): Promise<void> {
    const arrived = await this.sql.row<{ size: number }>(
      'arrived-upload',
      'select size::float8 as size from arriving_upload where id = $1 and complete_at is not null',
      [id],
    );
    if (!arrived) return;
    if ((await this.arrivals.size(id)) === arrived.size) await this.keep(id);
    else await this.giveUp(id);
    await this.arrivals.remove(id);
  }

  private async keep(id: string): Promise<void> {
    const { sha256 } = await this.arrivals.keep(id);
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, async (tx) => {
      await this.blobs.hold(tx, sha256);
      await tx.query(
        `with arrived as (delete from arriving_upload where id = $1 returning *)
         insert into upload (id, kind, name, size, sha256, state, created_by, created_at)
         select id, kind, name, size, $2, 'waiting', created_by, $3 from arrived`,
        [id, sha256, at],
      );
    });
  }

  private async giveUp(id: string): Promise<void> {
    this.log.error({ id, error: 'The bytes of a whole upload are gone' });
    await this.sql.rows('lost-arriving-upload', 'delete from arriving_upload where id = $1', [id]);
  }
}
