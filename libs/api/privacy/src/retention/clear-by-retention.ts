import { Clock, Transactions, Upkeep } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const HOUR = 3_600_000;
/** So many rows go in one transaction. */
const AT_ONCE = 500;
const KINDS = ['evidence-files', 'runtime-logs', 'mails'] as const;

/** Logs, mails and files whose period is over go by themselves, counted; people never do. */
@Injectable()
export class ClearByRetention implements OnModuleInit {
  constructor(
    private readonly upkeep: Upkeep,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.upkeep.every(HOUR, 'periods of retention', async (signal) => void (await this.run(signal)));
  }

  /** Answers how many rows went. Two workers at once share the work: the setting's row puts them in turn. */
  async run(signal?: AbortSignal): Promise<number> {
    let gone = 0;
    for (const kind of KINDS) {
      for (let last = AT_ONCE; last === AT_ONCE && !signal?.aborted; gone += last) last = await this.some(kind);
    }
    return gone;
  }

  private async some(kind: (typeof KINDS)[number]): Promise<number> {
    const at = this.clock.now();
    return this.transactions.run({ actorId: null, at }, async (tx) => {
      const [row]: { gone: number }[] = await tx.query('select clear_by_retention($1, $2, $3, $4) as gone', [
        ...[kind, AT_ONCE, this.clock.today(), at],
      ]);
      return row?.gone ?? 0;
    });
  }
}
