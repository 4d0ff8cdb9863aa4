import { addDays, type LocalDate } from '@lms/domain';
import type { Alliance } from '@lms/demo';

/** When each thing became known to the product, as its history will tell. */
export interface Moments {
  /** The day on which the Alliance went live with Waymark: what is older came from its old records. */
  readonly goLive: string;
  /** The start of a day, but never ahead of the clock. */
  at(day: LocalDate): string;
  /** When an engagement was entered: three weeks before its first day, unless something says otherwise. */
  entered(engagement: { id: string; startsOn: LocalDate }): string;
}

export function momentsOf(alliance: Alliance, now: Date): Moments {
  const published = alliance.paths.flatMap(({ version }) => version.publishedAt ?? []);
  const goLive = published.toSorted()[0] ?? `${alliance.today}T00:00:00.000Z`;
  const goLiveOn = goLive.slice(0, 10);
  const given = new Map(alliance.enrolments.map(({ engagementId, givenOn }) => [engagementId, givenOn]));
  const clock = now.toISOString();
  const at = (day: LocalDate): string => {
    const moment = `${day}T00:00:00.000Z`;
    return moment < clock ? moment : clock;
  };
  return {
    goLive,
    at,
    entered: ({ id, startsOn }) => at(given.get(id) ?? later(goLiveOn, addDays(startsOn, -21))),
  };
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
