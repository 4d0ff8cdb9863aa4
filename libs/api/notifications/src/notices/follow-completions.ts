import { Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

/** What somebody else recorded or decided; what people did themselves they know. */
const RECORDED = `
  select l.seq, c.title, l.completed_on::text as "completedOn"
  from ledger_entry l join course c on c.id = l.course_id
  where l.person_id = $1 and l.course_id = $2 and l.kind = 'completion'
    and l.source in ('manual', 'evidence', 'practical', 'equivalence')
  order by l.seq desc limit 1`;

/** Tells people that a course of theirs is completed by what somebody else did. */
@Injectable()
export class FollowCompletions implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('course.completed', async (tx, { personId, payload }, at) => {
      if (!personId) return;
      const [done]: { seq: string; title: string; completedOn: string }[] = await tx.query(RECORDED, [
        personId,
        payload['courseId'],
      ]);
      if (!done) return;
      await addNotices(tx, at, [
        {
          personId,
          kind: 'completed',
          about: { title: done.title, date: done.completedOn },
          link: '/record',
          dedupeKey: `completed ${personId} ${done.seq}`,
        },
      ]);
    });
  }
}
