import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Created, CreatePathRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { PathVersionEntity } from '../path-versions/path-version.entity.js';
import { LearningPathEntity } from './learning-path.entity.js';
import { explainPathCode } from './path-code.js';

@Injectable()
export class CreatePath {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** The path and its first draft, still without stages. */
  async run(ctx: Ctx, request: CreatePathRequest): Promise<Created> {
    const id = uuid();
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        await tx.insert(LearningPathEntity, { id, ...request, createdAt: ctx.now });
        await tx.insert(PathVersionEntity, {
          id: uuid(),
          pathId: id,
          number: 1,
          audience: { organisationKinds: [], employmentGroups: [] },
          createdBy: ctx.actor.personId,
          createdAt: ctx.now,
        });
        await this.audit.append(tx, ctx, {
          action: 'path.create',
          targetType: 'path',
          targetId: id,
          detail: { code: request.code, title: request.title, kind: request.kind },
        });
      })
      .catch((error: unknown) => {
        throw explainPathCode(error);
      });
    return { id };
  }
}
