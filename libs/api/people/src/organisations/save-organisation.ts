import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Outbox, Transactions } from '@lms/api-platform';
import type { Organisation, SaveOrganisationRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { takeTurn } from '../shared/turns.js';
import { GetOrganisation } from './get-organisation.js';
import { explainOrganisationName } from './organisation-name.js';
import { assertOrganisation } from './organisation-rules.js';
import { OrganisationEntity } from './organisation.entity.js';

@Injectable()
export class SaveOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly organisation: GetOrganisation,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SaveOrganisationRequest): Promise<Organisation> {
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        await takeTurn(tx, 'organisations');
        const found = await tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!found) throw new NotFound();
        assertUnchanged(seen, found.version);
        await assertOrganisation(tx, request, id);
        await tx.update(OrganisationEntity, { id }, { ...request, version: found.version + 1 });
        const { kind, name, shortName, parentId, sponsorId } = found;
        await this.audit.append(tx, ctx, {
          action: 'organisation.save',
          targetType: 'organisation',
          targetId: id,
          detail: { before: { kind, name, shortName, parentId, sponsorId }, after: request },
        });
        // Who belongs to it, or stands below it, may be another now.
        if (kind !== request.kind || parentId !== request.parentId) {
          const payload = { organisationId: id };
          await this.outbox.append(tx, ctx.now, { type: 'organisation.moved', personId: null, payload });
        }
      })
      .catch((error: unknown) => {
        throw explainOrganisationName(error);
      });
    return this.organisation.run(ctx, id);
  }
}
