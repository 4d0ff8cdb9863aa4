import { Audit, changeOf, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { Created, SaveOrganisationRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { takeTurn } from '../shared/turns.js';
import { explainOrganisationName } from './organisation-name.js';
import { assertOrganisation } from './organisation-rules.js';
import { OrganisationEntity } from './organisation.entity.js';

@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, request: SaveOrganisationRequest): Promise<Created> {
    const id = uuid();
    await this.transactions
      .run(changeOf(ctx), (tx) => this.within(tx, ctx, id, request))
      .catch((error: unknown) => {
        throw explainOrganisationName(error);
      });
    return { id };
  }

  /** As a part of something larger. A name that another has is the database's to refuse. */
  async within(tx: Tx, ctx: Ctx, id: string, request: SaveOrganisationRequest): Promise<void> {
    await takeTurn(tx, 'organisations');
    await assertOrganisation(tx, request, null);
    await tx.insert(OrganisationEntity, { id, ...request, createdAt: ctx.now });
    await this.audit.append(tx, ctx, {
      action: 'organisation.create',
      targetType: 'organisation',
      targetId: id,
      detail: { ...request },
    });
  }
}
