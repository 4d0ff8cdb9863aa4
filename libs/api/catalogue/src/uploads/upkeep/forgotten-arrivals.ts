import { Arrivals, Clock, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

const EXPIRED = `
  delete from arriving_upload where complete_at is null and expires_at < $1 returning id`;
const KNOWN = 'select id from arriving_upload where id = any ($1::uuid[])';

/** Files that nobody goes on sending, and bytes that no row tells of. */
@Injectable()
export class ForgottenArrivals {
  constructor(
    private readonly sql: Sql,
    private readonly arrivals: Arrivals,
    private readonly clock: Clock,
  ) {}

  /** Bytes without a row go when they are older than that moment. */
  async run(before: Date, signal: AbortSignal): Promise<void> {
    const expired = await this.sql.rows<{ id: string }>('expired-arriving-uploads', EXPIRED, [this.clock.now()]);
    for (const { id } of expired) await this.arrivals.remove(id);
    for await (const { id, changedAt } of this.arrivals.list()) {
      signal.throwIfAborted();
      if (changedAt >= before) continue;
      const known = await this.sql.rows('known-arriving-upload', KNOWN, [[id]]);
      if (known.length === 0) await this.arrivals.remove(id);
    }
  }
}
