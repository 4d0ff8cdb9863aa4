import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Invalid,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import type { AskForMyself as Request, Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { lockPerson } from '../self-enrolment/lock-person.js';

interface Course {
  selfEnrolment: boolean;
  owed: boolean;
  dueOn: string | null;
  valid: boolean;
}

/** $1 course, $2 person, $3 today. */
const COURSE = `
  select d.self_enrolment as "selfEnrolment", a.id is not null as owed, a.due_on::text as "dueOn",
    coalesce(s.window_from > $3, s.lifetime, false) as valid
  from search_document d
  left join assignment a on a.person_id = $2 and a.course_id = d.course_id and a.state = 'open'
  left join standing_dates s on s.person_id = $2 and s.course_id = d.course_id
  where d.course_id = $1 and course_visible_to($1, $2, $3)`;

/** A learner asks for more time, or for a course that nobody begins by themselves; their line managers or the People Team decide. */
@Injectable()
export class AskForMyself {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /**
   * NotFound for what the person does not see; Invalid for a day that is not later than the due date and today; Conflict
   * `nothing-to-ask` where it would change nothing, `asked-already` while something waits for this course.
   */
  async run(ctx: Ctx, request: Request): Promise<Created> {
    const id = uuid();
    const { personId } = ctx.actor;
    const { kind, courseId, why } = request;
    const dueOn = request.kind === 'extension' ? request.dueOn : null;
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        await lockPerson(tx, personId);
        const courses: Course[] = await tx.query(COURSE, [courseId, personId, ctx.today]);
        if (!courses[0]) throw new NotFound();
        assertAskable(courses[0], dueOn, ctx.today);
        await forgetPast(tx, personId, courseId);
        await tx.query(
          `insert into learner_request (id, person_id, kind, course_id, due_on, why, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
          [id, personId, kind, courseId, dueOn, why, ctx.now],
        );
        await this.audit.append(tx, ctx, {
          action: 'learner-request.ask',
          targetType: 'learner request',
          targetId: id,
          detail: { kind, courseId, dueOn, why },
        });
      })
      .catch((error: unknown) => {
        throw violates(error, 'learner_request_waiting_key')
          ? new Conflict('asked-already', 'You have asked for this already. It waits for an answer.')
          : error;
      });
    return { id };
  }
}

function assertAskable({ selfEnrolment, owed, dueOn, valid }: Course, until: string | null, today: string): void {
  if (until === null) {
    if (!owed && !selfEnrolment && !valid) return;
    throw new Conflict('nothing-to-ask', 'You have this course, or can begin it without asking.');
  }
  if (dueOn === null) throw new Conflict('nothing-to-ask', 'This has no due date to move.');
  if (until <= dueOn || until < today) {
    throw new Invalid([{ path: 'dueOn', message: 'Choose a day after the due date, and not before today.' }]);
  }
}

/** What waits and would change nothing any more makes room. */
async function forgetPast(tx: Tx, personId: string, courseId: string): Promise<void> {
  await tx.query(
    `update learner_request r set state = 'withdrawn', version = version + 1
     where person_id = $1 and course_id = $2 and state = 'waiting' and not exists (select from waiting_request w where w.id = r.id)`,
    [personId, courseId],
  );
}
