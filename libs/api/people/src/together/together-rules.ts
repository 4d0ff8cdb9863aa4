import type { BulkChange, BulkLeftOut } from '@lms/contracts';

/** Tags or schemes of one engagement. */
const MOST = 20;

/** What a change may change of an engagement. */
export interface Changeable {
  tags: readonly string[];
  schemeIds: readonly string[];
  lineManagerId: string | null;
  endsOn: string | null;
}

/** One person and the engagement that counts, as it stands. */
export interface Standing extends Changeable {
  personId: string;
  engagementId: string | null;
  version: number;
  startsOn: string;
  /** Above whoever becomes the manager: changing them would close a circle. */
  above: boolean;
  /** For `put-back`: what stood before the version that was named; null where somebody changed it since. */
  was: Changeable | null;
}

export type Outcome = { after: Changeable } | { leftOut: BulkLeftOut };

const leftOut = (reason: BulkLeftOut): Outcome => ({ leftOut: reason });
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What becomes of one person's engagement, or why it stays as it is. */
export function outcomeOf(person: Standing, change: BulkChange): Outcome {
  if (!person.engagementId) return leftOut('no-engagement');
  const { tags, schemeIds, lineManagerId, endsOn } = person;
  const before: Changeable = { tags, schemeIds, lineManagerId, endsOn };
  const to = (part: Partial<Changeable>): Outcome => {
    const after = { ...before, ...part };
    if (same(before, after)) return leftOut('nothing-to-do');
    return after.tags.length > MOST || after.schemeIds.length > MOST ? leftOut('too-many') : { after };
  };
  switch (change.kind) {
    case 'add-tag':
      return to({ tags: tags.includes(change.tag) ? tags : [...tags, change.tag].sort() });
    case 'remove-tag':
      return to({ tags: tags.filter((tag) => tag !== change.tag) });
    case 'add-scheme':
      return to({ schemeIds: schemeIds.includes(change.schemeId) ? schemeIds : [...schemeIds, change.schemeId] });
    case 'remove-scheme':
      return to({ schemeIds: schemeIds.filter((id) => id !== change.schemeId) });
    case 'set-manager':
      if (change.lineManagerId === person.personId) return leftOut('is-the-manager');
      return person.above ? leftOut('above-the-manager') : to({ lineManagerId: change.lineManagerId });
    case 'end':
      if (person.startsOn > change.endsOn) return leftOut('begins-later');
      return endsOn !== null && endsOn < change.endsOn ? leftOut('ends-earlier') : to({ endsOn: change.endsOn });
    case 'put-back':
      return person.was ? to({ [change.field]: person.was[change.field] }) : leftOut('changed-since');
  }
}

/** Which part of an engagement a change touches. */
export function fieldOf(change: BulkChange): keyof Changeable {
  switch (change.kind) {
    case 'add-tag':
    case 'remove-tag':
      return 'tags';
    case 'add-scheme':
    case 'remove-scheme':
      return 'schemeIds';
    case 'set-manager':
      return 'lineManagerId';
    case 'end':
      return 'endsOn';
    case 'put-back':
      return change.field;
  }
}
