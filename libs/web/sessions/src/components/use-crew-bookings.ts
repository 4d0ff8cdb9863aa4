import type { ComingBookings } from '@lms/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { comingBookingsQuery, MOST_ASKED } from '../api/coming-bookings.js';
import { nextSessionsQuery } from '../api/next-sessions.js';

type Coming = ComingBookings['items'][number];

/** As many as one page of the API holds. */
const MOST = 100;

/** What is booked for people of a list, and which courses have a session that is coming. */
export function useCrewBookings(personIds: readonly string[]) {
  const groups = Array.from({ length: Math.ceil(personIds.length / MOST_ASKED) }, (_, n) =>
    personIds.slice(n * MOST_ASKED, (n + 1) * MOST_ASKED),
  );
  const answers = useQueries({ queries: groups.map(comingBookingsQuery) });
  const { data: sessions } = useQuery(nextSessionsQuery({}, MOST));
  const taught = new Set(sessions?.items.map(({ courseId }) => courseId));
  const booked = Map.groupBy(
    answers.flatMap(({ data }) => data?.items ?? []),
    ({ personId }) => personId,
  );
  return {
    /** Of the course where that is known, else the next. */
    of: (personId: string, courseId?: string): Coming | undefined => {
      const theirs = booked.get(personId) ?? [];
      return theirs.find((each) => each.courseId === courseId) ?? (courseId === undefined ? theirs[0] : undefined);
    },
    teaches: (courseId: string): boolean => taught.has(courseId),
  };
}
