import { Clock, Transactions, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const HOUR = 3_600_000;

/** Files whose days are over lose their address, and with it the store forgets them; not while a hold keeps the person. */
const END = `
  update data_request set state = 'ended', sha256 = null, size = null
  where state = 'ready' and ends_at <= $1 and not is_held(person_id, $2::date)`;
/** The queue has given them up by then. */
const FAIL = `update data_request set state = 'failed' where state in ('waiting', 'making') and asked_at < $1::timestamptz - interval '12 hours'`;

/** Downloads live for seven days. */
@Injectable()
export class EndDataFiles implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(HOUR, 'downloads whose days are over', () => this.run());
  }

  async run(): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run({ actorId: null, at }, async (tx) => {
      await tx.query(END, [at, this.clock.today()]);
      await tx.query(FAIL, [at]);
    });
  }
}
