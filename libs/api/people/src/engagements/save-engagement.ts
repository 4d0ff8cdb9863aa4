import { changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Created, Engagement, SaveEngagementRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetPerson } from '../persons/get-person.js';
import { assertInScope } from '../shared/assert-in-scope.js';
import { WriteEngagement } from './write-engagement.js';

@Injectable()
export class SaveEngagement {
  constructor(
    private readonly transactions: Transactions,
    private readonly engagements: WriteEngagement,
    private readonly person: GetPerson,
  ) {}

  async add(ctx: Ctx, personId: string, request: SaveEngagementRequest): Promise<Created> {
    const id = await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertInScope(tx, ctx, personId);
      return this.engagements.add(tx, ctx, personId, request);
    });
    return { id };
  }

  async save(ctx: Ctx, id: string, seen: number, request: SaveEngagementRequest): Promise<Engagement> {
    await this.transactions.run(changeOf(ctx), (tx) => this.engagements.save(tx, ctx, id, seen, request));
    return this.person.engagement(id);
  }
}
