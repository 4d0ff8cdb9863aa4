import { Clock, Subscribers, Transactions, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const HOUR = 3_600_000;

const GONE = `state = 'ended', sha256 = null, size = null`;
/** Without an address the store forgets the bytes. */
const END = `update list_file set ${GONE} where state = 'ready' and ends_at <= $1`;
/** The queue has given them up by then. */
const FAIL = `
  with failed as (
    update list_file set state = 'failed', refusal = 'It could not be made. Ask for it again.'
    where state in ('waiting', 'making') and asked_at < $1::timestamptz - interval '12 hours'
    returning schedule_run_id, person_id
  )
  insert into schedule_delivery (run_id, person_id, at, outcome, why, mailed)
  select schedule_run_id, person_id, $1, 'failed', 'It could not be made.', false from failed where schedule_run_id is not null
  on conflict do nothing`;
/** Files hold names, and nobody reads them again to see whose. */
const FORGET = `update list_file set ${GONE} where state = 'ready' and done_at <= $1`;

/** Files live for seven days, and no longer than anybody who may stand in them. */
@Injectable()
export class EndListFiles implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly subscribers: Subscribers,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(HOUR, 'files of lists whose days are over', () => this.run());
    this.subscribers.on('person.erased', async (tx, _event, at) => {
      await tx.query(FORGET, [at]);
    });
  }

  async run(): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, async (tx) => {
      await tx.query(END, [at]);
      await tx.query(FAIL, [at]);
    });
  }
}
