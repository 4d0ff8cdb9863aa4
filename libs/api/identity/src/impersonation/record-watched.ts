import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Transactions } from '@lms/api-platform';
import type { FastifyRequest } from 'fastify';

/** Every request of somebody who looks through another's eyes stands in the audit with both of them, refused ones too. */
@Injectable()
export class RecordWatched {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, request: FastifyRequest): Promise<void> {
    const { impersonation, personId } = actor;
    if (!impersonation) return;
    const at = this.clock.now();
    await this.transactions.run({ actorId: impersonation.administratorId, at }, (tx) =>
      tx.query(
        `insert into audit_event (at, actor_id, action, target_type, target_id, detail, request_id)
         values ($1, $2, 'impersonation.request', 'person', $3, $4, $5)`,
        [at, impersonation.administratorId, personId, JSON.stringify(whatOf(request, impersonation.id)), request.id],
      ),
    );
  }
}

/** Without what follows the question mark: words that were searched for belong to nobody's audit. */
const whatOf = (request: FastifyRequest, impersonationId: string) => ({
  impersonationId,
  method: request.method,
  path: request.url.split('?')[0] ?? '',
});
