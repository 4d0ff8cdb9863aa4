import { Injectable } from '@nestjs/common';
import { Configuration, type Ctx, type MailLayout, Mails, type Tx } from '@lms/api-platform';

interface Told {
  ownerId: string;
  knownAs: string;
  email: string;
  courseId: string;
  courseTitle: string;
  activityTitle: string;
  reporter: string;
  words: string;
}

/** Mails a report to the course's owner; a course without one has its list of reports only. */
@Injectable()
export class TellOwner {
  constructor(
    private readonly mails: Mails,
    private readonly configuration: Configuration,
  ) {}

  async run(tx: Tx, ctx: Ctx, reportId: string): Promise<void> {
    const [told]: Told[] = await tx.query(
      `select o.id as "ownerId", coalesce(o.known_as, o.given_name) as "knownAs",
         coalesce(e.work_email, o.contact_email) as email, c.id as "courseId", c.title as "courseTitle",
         a.title as "activityTitle", concat_ws(' ', coalesce(w.known_as, w.given_name), w.family_name) as reporter, r.words
       from problem_report r
       join course c on c.id = r.course_id
       join activity a on a.id = r.activity_id
       join person w on w.id = r.person_id
       join person o on o.id = c.owner_id and o.erased_at is null
       left join lateral (
         select x.work_email from engagement x
         where x.person_id = o.id and (x.ends_on is null or x.ends_on >= $2) order by x.starts_on desc, x.id limit 1
       ) e on true
       where r.id = $1 and coalesce(e.work_email, o.contact_email) is not null`,
      [reportId, ctx.today],
    );
    if (!told) return;
    const layout: MailLayout = {
      greeting: `Hello ${told.knownAs},`,
      paragraphs: [
        `${told.reporter} reports a problem with “${told.activityTitle}” in ${told.courseTitle}.`,
        `“${told.words}”`,
        'What the device was, and what the lesson did before, is kept with the report.',
      ],
      action: {
        label: 'Look at the report',
        url: `${this.configuration.origin}/courses/${told.courseId}/problems?report=${reportId}`,
      },
      closing: 'You get this because the course is yours.',
    };
    await this.mails.write(tx, ctx.now, {
      personId: told.ownerId,
      to: told.email,
      subject: `Problem reported: ${told.courseTitle}`,
      dedupeKey: `problem-report ${reportId}`,
      layout,
    });
  }
}
