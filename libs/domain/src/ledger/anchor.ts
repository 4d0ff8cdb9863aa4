/** Where a person's chain ended on the day of an anchor, and the entries before that end which the anchor knows too. */
export interface ChainAnchor {
  readonly person: string;
  readonly seq: number;
  readonly hash: string;
  /** Hashes of the entries right before `seq`, oldest first; as many as were new since the anchor before. */
  readonly hashes: readonly string[];
}

export type AnchorFault = 'not-what-was-anchored' | 'anchored-and-missing';

/**
 * The first entry of a chain that is not what an anchor says it was, null when all agree. What was added since is no
 * fault: chains grow.
 */
export const differsFromAnchor = (
  entries: readonly { readonly seq: number; readonly hash: string }[],
  { seq, hash, hashes }: ChainAnchor,
): { readonly seq: number; readonly why: AnchorFault } | null => {
  const found = new Map(entries.map((entry) => [entry.seq, entry.hash]));
  const known = [...hashes, hash];
  const first = seq - known.length + 1;
  const at = known.findIndex((each, index) => found.get(first + index) !== each);
  if (at === -1) return null;
  return { seq: first + at, why: found.has(first + at) ? 'not-what-was-anchored' : 'anchored-and-missing' };
};
