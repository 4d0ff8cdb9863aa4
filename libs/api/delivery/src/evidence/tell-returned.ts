import { Injectable } from '@nestjs/common';
import { Configuration, type MailLayout, Mails, type Tx } from '@lms/api-platform';

interface Returned {
  id: string;
  personId: string;
  activityId: string;
  courseTitle: string;
  submittedBy: string;
  reason: string;
}
interface Recipient {
  id: string;
  knownAs: string;
  name: string;
  email: string | null;
  courseId: string;
}

/** Mails the learner, and whoever sent it for them, that evidence came back and why. Nobody without an address. */
@Injectable()
export class TellReturned {
  constructor(
    private readonly mails: Mails,
    private readonly configuration: Configuration,
  ) {}

  async run(tx: Tx, at: Date, returned: Returned): Promise<void> {
    const { id, personId, activityId, courseTitle, submittedBy, reason } = returned;
    const people: Recipient[] = await tx.query(
      `select p.id, coalesce(p.known_as, p.given_name) as "knownAs", concat_ws(' ', p.given_name, p.family_name) as name,
         coalesce(e.work_email, p.contact_email) as email, v.course_id as "courseId"
       from person p
       cross join (select x.course_id from activity a join course_version x on x.id = a.course_version_id where a.id = $3) v
       left join lateral (
         select y.work_email from engagement y
         where y.person_id = p.id and (y.ends_on is null or y.ends_on >= ($2::timestamptz at time zone 'Europe/London')::date)
         order by y.starts_on desc, y.id limit 1
       ) e on true
       where p.id = any ($1::uuid[]) and p.erased_at is null`,
      [[personId, submittedBy], at, activityId],
    );
    const learner = people.find((person) => person.id === personId);
    for (const person of people) {
      if (!person.email) continue;
      const own = person.id === personId;
      const layout: MailLayout = {
        greeting: `Hello ${person.knownAs},`,
        paragraphs: [
          own
            ? `What you sent for “${courseTitle}” was looked at, and something is missing.`
            : `What you sent for ${learner?.name ?? 'somebody'}, “${courseTitle}”, was looked at, and something is missing.`,
          `“${reason}”`,
          'Nothing is lost: open it, put right what is wrong, and send it again.',
        ],
        action: {
          label: 'Open it',
          url: own
            ? `${this.configuration.origin}/courses/${person.courseId}/activities/${activityId}`
            : `${this.configuration.origin}/evidence?list=sent`,
        },
        closing: 'You get this because evidence that you sent was checked.',
      };
      await this.mails.write(tx, at, {
        personId: person.id,
        to: person.email,
        subject: `Please look again: ${courseTitle}`,
        dedupeKey: `evidence-returned ${id} ${person.id}`,
        layout,
      });
    }
  }
}
