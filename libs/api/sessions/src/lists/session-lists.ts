import { dayOf, ListKinds, pagedKind, Sql } from '@lms/api-platform';
import { Id, MyBookingQuery, SessionBookingQuery, SessionQuery } from '@lms/contracts';
import { dateWords } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListBookings } from '../booking/list-bookings.js';
import { MyBookings } from '../booking/my-bookings.js';
import { GetSession } from '../planning/get-session.js';
import { ListSessions } from '../planning/list-sessions.js';
import { FORM_WORDS } from '../shared/form-words.js';
import { BOOKING_WORDS, BOOKINGS, MINE, SESSIONS, STATE_WORDS } from './session-columns.js';

const SHOWN = { free: 'With places left', teaching: 'Those that the reader trains' } as const;

/** Sessions, who is booked for one, and one's own bookings, as lists for files: the pages' own queries. */
@Injectable()
export class SessionLists implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly sql: Sql,
    private readonly sessions: ListSessions,
    private readonly session: GetSession,
    private readonly bookings: ListBookings,
    private readonly mine: MyBookings,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'sessions', permission: 'self', title: 'Sessions', columns: SESSIONS, filters: SessionQuery },
        narrowed: async ({ courseId, from, to, form, state, trainerId, q, show }) => [
          courseId && `Course: ${await this.titleOf(courseId)}`,
          from && `Not before ${dateWords(from)}`,
          to && `Not after ${dateWords(to)}`,
          form && `Form: ${FORM_WORDS[form]}`,
          state && `State: ${STATE_WORDS[state]}`,
          trainerId && 'Of one trainer',
          show && SHOWN[show],
          q && `Search: ${q}`,
        ],
        page: (ctx, query) => this.sessions.run(ctx, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ name: 'session-bookings', permission: 'self', title: 'People of a session', columns: BOOKINGS },
        filters: SessionBookingQuery.extend({ sessionId: Id }),
        narrowed: async ({ sessionId, state }, ctx) => {
          const { courseTitle, startsAt, place } = await this.session.run(ctx, sessionId);
          const day = dayOf(startsAt);
          return [
            `Session: ${[courseTitle, day && dateWords(day), place].filter(Boolean).join(', ')}`,
            state && `State: ${BOOKING_WORDS[state]}`,
          ];
        },
        page: (ctx, { sessionId, ...query }) => this.bookings.run(ctx, sessionId, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ name: 'my-sessions', permission: 'self', title: 'My sessions', columns: MINE, filters: MyBookingQuery },
        narrowed: ({ show }) => [show === 'past' ? 'Over or cancelled' : 'Coming'],
        page: (ctx, query) => this.mine.run(ctx, query),
      }),
    );
  }

  private async titleOf(courseId: string): Promise<string> {
    const sql = 'select title from course where id = $1';
    return (await this.sql.row<{ title: string }>('session-list-course', sql, [courseId]))?.title ?? 'None';
  }
}
