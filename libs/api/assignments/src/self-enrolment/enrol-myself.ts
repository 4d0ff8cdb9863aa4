import { Audit, changeOf, Conflict, type Ctx, Forbidden, NotFound, Transactions, violates } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { beginByWish } from './begin-by-wish.js';
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
        await beginByWish(tx, ctx, { personId, courseId });
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
    throw new Forbidden('not-self-enrolled', 'Nobody enrols in this course by themselves. Ask for it.');
  }
  if (offer.valid) {
    const until = offer.validUntil === null ? 'does not expire' : `counts until ${offer.validUntil}`;
    throw new Conflict('already-valid', `You have completed this course, and it ${until}.`);
  }
}
