import type { ListedSession } from '@lms/contracts';

/** The first session in which all find a place; else the first with any place; else the first. */
export function bestSession<T extends Pick<ListedSession, 'free'>>(
  sessions: readonly T[],
  people: number,
): T | undefined {
  const room = (least: number) => sessions.find(({ free }) => free === null || free >= least);
  return room(Math.max(1, people)) ?? room(1) ?? sessions[0];
}
