import { Audit, changeOf, Conflict, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { AddActivityRequest, Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { v7 as uuid } from 'uuid';
import { editDraft } from '../course-versions/edit-draft.js';
import { keepResource } from '../resources/keep-resource.js';
import { activityFromResource } from './activity-from-resource.js';
import { activityFrom } from './activity-from-upload.js';
import { ActivityEntity } from './activity.entity.js';
import { storedSettings } from './stored-settings.js';

type Request = z.infer<typeof AddActivityRequest>;

const MOST_ACTIVITIES = 100;

/** Puts one thing to do at the end of a draft. */
@Injectable()
export class AddActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, versionId: string, request: Request): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { title } = request;
      const content = await editDraft(tx, ctx, versionId, { action: 'activity.add', title }, async () => {
        const position = await nextPosition(tx, versionId);
        const made = await contentOf(tx, request);
        if (request.kind === 'upload') await keepResource(tx, ctx, request.uploadId, title);
        await tx.insert(ActivityEntity, { id, courseVersionId: versionId, lineageId: id, position, title, ...made });
        return made;
      });
      await this.audit.append(tx, ctx, {
        action: 'activity.add',
        targetType: 'course version',
        targetId: versionId,
        detail: { activityId: id, kind: content.kind, title },
      });
    });
    return { id };
  }
}

async function contentOf(tx: Tx, request: Request) {
  switch (request.kind) {
    case 'upload':
      return activityFrom(tx, request.uploadId);
    case 'resource':
      return activityFromResource(tx, request.resourceId);
    case 'settings':
      return { kind: request.settings.kind, minutes: request.minutes, settings: storedSettings(request.settings) };
    case 'in-person':
      return { kind: request.kind, minutes: request.minutes };
  }
}

async function nextPosition(tx: Tx, versionId: string): Promise<number> {
  const last = (await tx.maximum(ActivityEntity, 'position', { courseVersionId: versionId })) ?? 0;
  if (last < MOST_ACTIVITIES) return last + 1;
  throw new Conflict('too-many-activities', `A course holds ${MOST_ACTIVITIES} activities at most.`);
}
