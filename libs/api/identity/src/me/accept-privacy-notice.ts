import { Injectable } from '@nestjs/common';
import { changeOf, Conflict, type Ctx, Transactions } from '@lms/api-platform';
import { PRIVACY_NOTICE } from './privacy-notice.js';

@Injectable()
export class AcceptPrivacyNotice {
  constructor(private readonly transactions: Transactions) {}

  async run(ctx: Ctx, version: number): Promise<void> {
    if (version !== PRIVACY_NOTICE.version) {
      throw new Conflict('notice-changed', 'The notice has changed since you opened it. Read it once more.');
    }
    await this.transactions.run(changeOf(ctx), (tx) =>
      tx.query(
        'insert into privacy_acceptance (person_id, notice_version, accepted_at) values ($1, $2, $3) on conflict do nothing',
        [ctx.actor.personId, version, ctx.now],
      ),
    );
  }
}
