import type { CrewOrganisation } from '@lms/contracts';

/** Beyond that many, whoever sees them all came for one. */
const MOST = 8;

/**
 * Those to switch between, of a list in which each is followed by those below it: all of a few; of many the tree in which
 * the chosen one stands.
 */
export function shownOrganisations(all: readonly CrewOrganisation[], chosenId: string): readonly CrewOrganisation[] {
  if (all.length <= MOST) return all;
  const at = all.findIndex(({ id }) => id === chosenId);
  const from = all.findLastIndex(({ depth }, n) => n <= at && depth === 0);
  const to = all.findIndex(({ depth }, n) => n > at && depth === 0);
  return from < 0 ? [] : all.slice(from, to < 0 ? undefined : to);
}
