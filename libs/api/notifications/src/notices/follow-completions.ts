import { Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addNotices } from './new-notice.js';

/** What somebody else recorded or decided; what people did themselves they know. */
const RECORDED = `
  select distinct on (e.person, e.course) e.person as "personId", l.seq, c.title, l.completed_on::text as "completedOn"
  from unnest($1::uuid[], $2::uuid[]) e(person, course)
  join ledger_entry l on l.person_id = e.person and l.course_id = e.course and l.kind = 'completion'
    and l.source in ('manual', 'evidence', 'practical', 'equivalence')
  join course c on c.id = l.course_id
  order by e.person, e.course, l.seq desc`;

interface Recorded {
  personId: string;
  seq: string;
  title: string;
  completedOn: string;
}

/** Tells people that a course of theirs is completed by what somebody else did. */
@Injectable()
export class FollowCompletions implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.onGroup('course.completed', async (tx, events, at) => {
      const people = events.map(({ personId }) => personId);
      const courses = events.map(({ payload }) => payload['courseId']);
      const recorded = await tx.query<Recorded[]>(RECORDED, [people, courses]);
      await addNotices(
        tx,
        at,
        recorded.map(({ personId, seq, title, completedOn }) => ({
          personId,
          kind: 'completed',
          about: { title, date: completedOn },
          link: '/record',
          dedupeKey: `completed ${personId} ${seq}`,
        })),
      );
    });
  }
}
