import type { RuntimeCall } from '@lms/contracts';

/** What a report of a problem takes along from the visit that is open in this tab. */
export interface VisitLog {
  launchId: string | null;
  calls: readonly RuntimeCall[];
}

let current: (() => VisitLog) | null = null;

/** The player says how to read its log while it is on the page; answers how to take that back. */
export function offerVisitLog(read: () => VisitLog): () => void {
  current = read;
  return () => {
    if (current === read) current = null;
  };
}

export const visitLog = (): VisitLog => current?.() ?? { launchId: null, calls: [] };
