import type { Audience, AudiencePredicate } from '@lms/contracts';

/** What is being written, and the version that it began with. */
export interface AudienceDraft {
  name: string;
  predicate: AudiencePredicate;
  version: number;
}

export const draftOf = ({ name, predicate, version }: Audience): AudienceDraft => ({ name, predicate, version });

type Parts = Pick<AudienceDraft, 'name' | 'predicate'>;

export const samePredicate = (one: AudiencePredicate, other: AudiencePredicate): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
export const sameParts = (one: Parts, other: Parts): boolean =>
  one.name === other.name && samePredicate(one.predicate, other.predicate);

/** Names of an object's fields have no order, and come in another one from the database. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** Two changed it: what is mine where I changed something, and theirs where only they did. */
export function mergeDrafts(base: Parts, mine: Parts, theirs: Audience): AudienceDraft {
  return {
    name: mine.name === base.name ? theirs.name : mine.name,
    predicate: samePredicate(mine.predicate, base.predicate) ? theirs.predicate : mine.predicate,
    version: theirs.version,
  };
}

interface Kept extends AudienceDraft {
  /** What it began with, to see what was changed. */
  from: AudienceDraft;
}

/** Signing out forgets whatever begins with this. */
const keyOf = (id: string, personId: string): string => `waymark.draft.audience-${id}.${personId}`;

export function keptDraft(id: string, personId: string): Kept | null {
  try {
    const kept = localStorage.getItem(keyOf(id, personId));
    return kept ? (JSON.parse(kept) as Kept) : null;
  } catch {
    return null;
  }
}

export function keepDraft(id: string, personId: string, draft: Kept): void {
  try {
    localStorage.setItem(keyOf(id, personId), JSON.stringify(draft));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

export function forgetDraft(id: string, personId: string): void {
  try {
    localStorage.removeItem(keyOf(id, personId));
  } catch {
    // Nothing was kept.
  }
}
