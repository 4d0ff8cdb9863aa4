import {
  assertUnchanged,
  Audit,
  changeOf,
  type Ctx,
  Invalid,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import type { Created, Organisation, SaveOrganisationRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertOrganisationFits } from './assert-organisation-fits.js';
import { ListOrganisations } from './list-organisations.js';
import { OrganisationEntity } from './organisation.entity.js';

@Injectable()
export class SaveOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly organisations: ListOrganisations,
  ) {}

  async add(ctx: Ctx, request: SaveOrganisationRequest): Promise<Created> {
    const id = uuid();
    await this.run(ctx, async (tx) => {
      await assertOrganisationFits(tx, null, request);
      await tx.insert(OrganisationEntity, { id, version: 1, createdAt: ctx.now, ...request });
      await this.audit.append(tx, ctx, {
        action: 'organisation.add',
        targetType: 'organisation',
        targetId: id,
        detail: { ...request },
      });
    });
    return { id };
  }

  async save(ctx: Ctx, id: string, seen: number, request: SaveOrganisationRequest): Promise<Organisation> {
    await this.run(ctx, async (tx) => {
      const stored = await tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!stored) throw new NotFound();
      assertUnchanged(seen, stored.version);
      await assertOrganisationFits(tx, id, request);
      await tx.update(OrganisationEntity, { id }, { ...request, version: stored.version + 1 });
      await this.audit.append(tx, ctx, {
        action: 'organisation.save',
        targetType: 'organisation',
        targetId: id,
        detail: { ...request },
      });
    });
    return this.organisations.one(ctx, id);
  }

  private async run(ctx: Ctx, work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.transactions.run(changeOf(ctx), work);
    } catch (error) {
      if (violates(error, 'organisation_name_key'))
        throw new Invalid([{ path: 'name', message: 'There is an organisation of this name already' }]);
      throw error;
    }
  }
}
