import { NO_PREVIOUS, type LedgerBody } from './body.js';
import { canonicalise, type JsonValue, type Sha256 } from './canonical.js';
import { isLedgerBody } from './check-body.js';
import { commitmentOfText, hashOfBodyText } from './hashes.js';

/** One row of the record as it is stored. */
export interface LedgerEntry {
  readonly person: string;
  readonly seq: number;
  /** The canonical text that was hashed. */
  readonly body: string;
  readonly hash: string;
  /** The private values that have not been erased, each as canonical JSON text with its salt. */
  readonly private?: readonly { readonly field: string; readonly salt: string; readonly value: string }[];
}

/** Where a person's chain is said to end; without it, entries missing at the end cannot be noticed. */
export interface LedgerHead {
  readonly person: string;
  readonly seq: number;
  readonly hash: string;
}

export type ChainFault =
  | 'not-canonical'
  | 'wrong-shape'
  | 'wrong-person'
  | 'missing-entry'
  | 'wrong-previous'
  | 'wrong-hash'
  | 'revokes-nothing'
  | 'private-differs'
  | 'wrong-end';

export type ChainVerdict =
  | { readonly ok: true; readonly people: number; readonly entries: number }
  | {
      readonly ok: false;
      readonly brokenAt: { readonly person: string; readonly seq: number };
      readonly why: ChainFault;
    };

interface End {
  readonly seq: number;
  readonly hash: string;
  readonly completions: Set<number>;
}

/**
 * Follows the chains of one or many people; each person's entries come in the order of `seq`, the people in any order.
 * Stops at the first fault. Erased private values pass: their commitment stays in the body.
 */
export const verifyChain = (
  entries: Iterable<LedgerEntry>,
  sha256: Sha256,
  heads: Iterable<LedgerHead> = [],
): ChainVerdict => {
  const ends = new Map<string, End>();
  let count = 0;
  for (const entry of entries) {
    const end = ends.get(entry.person) ?? { seq: 0, hash: NO_PREVIOUS, completions: new Set<number>() };
    const why = faultOf(entry, end, sha256);
    if (why) return { ok: false, brokenAt: { person: entry.person, seq: entry.seq }, why };
    ends.set(entry.person, { seq: entry.seq, hash: entry.hash, completions: end.completions });
    count += 1;
  }
  for (const { person, seq, hash } of heads) {
    const end = ends.get(person) ?? { seq: 0, hash: NO_PREVIOUS };
    if (end.seq !== seq || end.hash !== hash) return { ok: false, brokenAt: { person, seq }, why: 'wrong-end' };
  }
  return { ok: true, people: ends.size, entries: count };
};

const faultOf = (entry: LedgerEntry, end: End, sha256: Sha256): ChainFault | null => {
  if (entry.seq !== end.seq + 1) return 'missing-entry';
  if (hashOfBodyText(entry.body, sha256) !== entry.hash) return 'wrong-hash';
  const parsed = parseCanonical(entry.body);
  if (parsed === undefined) return 'not-canonical';
  if (!isLedgerBody(parsed)) return 'wrong-shape';
  if (parsed.person !== entry.person) return 'wrong-person';
  if (parsed.seq !== entry.seq) return 'missing-entry';
  if (parsed.prev !== end.hash) return 'wrong-previous';
  if (parsed.kind === 'completion') end.completions.add(parsed.seq);
  else if (!end.completions.has(parsed.fact.entry)) return 'revokes-nothing';
  return privateHolds(entry, parsed, sha256) ? null : 'private-differs';
};

const parseCanonical = (text: string): unknown => {
  try {
    const value = JSON.parse(text) as JsonValue;
    return canonicalise(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
};

const privateHolds = (entry: LedgerEntry, body: LedgerBody, sha256: Sha256): boolean =>
  (entry.private ?? []).every(
    ({ field, salt, value }) =>
      Object.hasOwn(body.private, field) && body.private[field] === commitmentOfText(salt, value, sha256),
  );
