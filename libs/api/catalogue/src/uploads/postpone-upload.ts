import { Clock, Jobs, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

const AGAIN_AFTER_SECONDS = 30;

/** An upload waits for the malware scan and says so; a new job asks again, as often as it takes. */
@Injectable()
export class PostponeUpload {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    await this.transactions.run({ actorId: null, at: this.clock.now() }, async (tx) => {
      const [waiting] = await tx.query<[unknown[], number]>(
        `update upload set state = 'waiting', waiting_for = 'malware-scan', progress = 0
         where id = $1 and state = 'processing' returning id`,
        [id],
      );
      if (waiting.length > 0) await this.jobs.send(tx, 'process-upload', { id }, AGAIN_AFTER_SECONDS);
    });
  }
}
