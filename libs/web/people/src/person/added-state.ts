/** What the form for a new person leaves to the page it goes on to. */
export interface Added {
  name: string;
  invited: boolean;
}

/** Reads it from the history entry, which may hold anything. */
export function addedOf(state: unknown): Added | null {
  if (typeof state !== 'object' || state === null || !('added' in state)) return null;
  const { added } = state;
  return typeof added === 'object' && added !== null && 'name' in added && 'invited' in added
    ? { name: String(added.name), invited: added.invited === true }
    : null;
}
