import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Forbidden,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { lockPerson } from './lock-person.js';

interface Offer {
  selfEnrolment: boolean;
  /** An assignment of the course is open, whatever the reason. */
  owed: boolean;
  ownWish: boolean;
  /** It counts today, and its renewal has not begun. */
  valid: boolean;
  validUntil: string | null;
}

const OFFER = `
  select d.self_enrolment as "selfEnrolment", a.id is not null as owed,
    exists (select from assignment_reason r where r.assignment_id = a.id and r.kind = 'self' and r.ended_at is null) as "ownWish",
    coalesce(s.window_from > $3, s.lifetime, false) as valid, s.valid_until::text as "validUntil"
  from search_document d
  left join assignment a on a.person_id = $2 and a.course_id = d.course_id and a.state = 'open'
  left join standing_dates s on s.person_id = $2 and s.course_id = d.course_id
  where d.course_id = $1 and course_visible_to($1, $2, $3)`;

/** A course begun by one's own wish: an assignment without a due date, for as long as the person wants it. */
@Injectable()
export class EnrolMyself {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /**
   * Twice is once. NotFound for what the person may not see or nobody can open; Forbidden `not-self-enrolled`; Conflict
   * `already-yours` when others ask for it already, `already-valid` while it counts and cannot be renewed yet.
   */
  async run(ctx: Ctx, courseId: string): Promise<void> {
    const { personId } = ctx.actor;
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        await lockPerson(tx, personId);
        const offers: Offer[] = await tx.query(OFFER, [courseId, personId, ctx.today]);
        const [offer] = offers;
        if (!offer) throw new NotFound();
        if (offer.ownWish) return;
        assertOpenTo(offer);
        await assign(tx, ctx, courseId);
        await this.audit.append(tx, ctx, { action: 'course.enrol', targetType: 'course', targetId: courseId });
      })
      .catch((error: unknown) => {
        // A path that was published at the same moment gave it.
        throw violates(error, 'assignment_open_key') ? alreadyYours() : error;
      });
  }
}

const alreadyYours = (): Conflict => new Conflict('already-yours', 'You have been given this course already.');

function assertOpenTo(offer: Offer): void {
  if (offer.owed) throw alreadyYours();
  if (!offer.selfEnrolment) {
    throw new Forbidden('not-self-enrolled', 'Nobody enrols in this course by themselves. Ask the People Team for it.');
  }
  if (offer.valid) {
    const until = offer.validUntil === null ? 'does not expire' : `counts until ${offer.validUntil}`;
    throw new Conflict('already-valid', `You have completed this course, and it ${until}.`);
  }
}

/** Open at once: another reason may open it later, but takes nothing away. */
async function assign(tx: Tx, ctx: Ctx, courseId: string): Promise<void> {
  const id = uuid();
  await tx.query(
    `insert into assignment (id, person_id, course_id, cycle, opens_on, created_at)
     select $1, $2, $3, coalesce(max(a.cycle), 0) + 1, $4, $5 from assignment a where a.person_id = $2 and a.course_id = $3`,
    [id, ctx.actor.personId, courseId, ctx.today, ctx.now],
  );
  await tx.query(
    `insert into assignment_reason (id, assignment_id, kind, opens_on, since) values ($1, $2, 'self', $3, $4)`,
    [uuid(), id, ctx.today, ctx.now],
  );
}
