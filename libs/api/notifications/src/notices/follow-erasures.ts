import { Subscribers } from '@lms/api-platform';
import { londonDate } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

/** $1 a day, $2 who proposed it. */
const OTHERS = `select id as "personId" from people_holding('{people-team}', $1) t(id) where id <> $2::uuid`;

/** Tells the rest of the People Team that an erasure waits for one of them. Whose it is they see when they look. */
@Injectable()
export class FollowErasures implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('erasure.proposed', async (tx, { payload }, at) => {
      const others: { personId: string }[] = await tx.query(OTHERS, [londonDate(at), payload['proposedBy']]);
      const id = String(payload['erasureId']);
      await addNotices(
        tx,
        at,
        others.map(({ personId }) => ({
          personId,
          kind: 'decide',
          about: { what: 'erasure', count: 1 },
          link: '/data-protection',
          dedupeKey: `erasure ${id} ${personId}`,
        })),
      );
    });
  }
}
