import { Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

interface Decided {
  personId: string;
  courseId: string;
  title: string;
  what: string;
}

/** $1 what a learner asked for themselves. */
const DECIDED = `
  select r.person_id as "personId", r.course_id as "courseId", c.title, r.kind || ' ' || r.state as what
  from learner_request r join course c on c.id = r.course_id where r.id = $1 and r.state in ('approved', 'refused')`;

/** Tells learners what became of what they asked for themselves. */
@Injectable()
export class FollowDecisions implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('learner-request.decided', async (tx, { payload }, at) => {
      const id = String(payload['requestId']);
      const decided: Decided[] = await tx.query(DECIDED, [id]);
      await addNotices(
        tx,
        at,
        decided.map(({ personId, courseId, title, what }) => ({
          ...{ personId, kind: 'decided', about: { title, what }, link: `/catalogue/${courseId}` },
          dedupeKey: `learner-request ${id}`,
        })),
      );
    });
  }
}
