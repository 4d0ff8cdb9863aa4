import { Brands, Configuration, type Ctx, NotFound, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { type CalendarEntry, calendarFile } from './calendar-file.js';

type Row = Pick<CalendarEntry, 'sequence' | 'status' | 'startsAt' | 'endsAt' | 'summary' | 'location'> & {
  note: string;
  joinUrl: string | null;
};

/** $1 which, $2 whose. Every change of the session or of the booking counts on. */
const BOOKING = `
  select s.version + b.version as sequence, s.starts_at as "startsAt", s.ends_at as "endsAt", c.title as summary, s.place as location,
    s.note, case when b.state = 'booked' then s.join_url end as "joinUrl",
    case when b.state = 'cancelled' or s.state = 'cancelled' then 'CANCELLED' when b.state = 'waiting' then 'TENTATIVE' else 'CONFIRMED' end as status
  from session_booking b join training_session s on s.id = b.session_id join course c on c.id = s.course_id
  where b.id = $1 and b.person_id = $2`;

/** A booking of one's own for one's own calendar. */
@Injectable()
export class BookingCalendar {
  constructor(
    private readonly sql: Sql,
    private readonly configuration: Configuration,
    private readonly brands: Brands,
  ) {}

  async run(ctx: Ctx, id: string): Promise<string> {
    const booking = await this.sql.row<Row>('booking-calendar', BOOKING, [id, ctx.actor.personId]);
    if (!booking) throw new NotFound();
    const { origin, mailFrom } = this.configuration;
    const { name } = await this.brands.current();
    const { note, joinUrl, ...entry } = booking;
    return calendarFile(
      {
        ...entry,
        ...{ uid: `${id}@${new URL(origin).hostname}`, madeAt: ctx.now, url: `${origin}/my/sessions` },
        description: [note, joinUrl].filter((part) => part).join('\n'),
        organiser: { name, address: addressOf(mailFrom) },
      },
      name,
    );
  }
}

/** `no-reply@…` of `Waymark <no-reply@…>`. */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
