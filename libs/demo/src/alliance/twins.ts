import type { Slot } from './slots.js';
import type { DemoPerson } from './types.js';

type Entry = Pick<DemoPerson, 'givenName' | 'familyName' | 'knownAs' | 'phone'>;

interface Place {
  /** Keys of organisations, of which the first one with such a place has it. */
  organisations: readonly string[];
  fate: Slot['fate'];
  entry: Entry;
}

export interface Twins {
  one: Place;
  other: Place;
  /** The second entry has been put together with the first one. */
  merged: boolean;
}

/**
 * People who were entered twice, as it happens between an agency and the firms that it sends people to: a letter as it is
 * spelled at home and as it is on a keyboard, a name more, the same telephone in another form.
 */
export const twins: readonly Twins[] = [
  {
    one: {
      ...{ organisations: ['larkstone'], fate: 'current' },
      entry: { givenName: 'Piotr', familyName: 'Wiśniewski', knownAs: null, phone: '07700 900461' },
    },
    other: {
      ...{ organisations: ['dunmarsh'], fate: 'current' },
      entry: { givenName: 'Piotr', familyName: 'Wisniewski', knownAs: null, phone: '+44 7700 900461' },
    },
    merged: false,
  },
  {
    one: {
      ...{ organisations: ['salterby'], fate: 'current' },
      entry: { givenName: 'Kayleigh', familyName: 'Bowden', knownAs: null, phone: '07700 900518' },
    },
    other: {
      ...{ organisations: ['brackenfell'], fate: 'current' },
      entry: { givenName: 'Kayleigh', familyName: 'Bowden-Price', knownAs: 'Kay', phone: '07700900518' },
    },
    merged: false,
  },
  {
    one: {
      ...{ organisations: ['orrin-pike'], fate: 'current' },
      entry: { givenName: 'Ionuț', familyName: 'Drăgan', knownAs: null, phone: '07700 900684' },
    },
    other: {
      ...{ organisations: ['larkstone', 'dunmarsh', 'ferrow', 'tollbar', 'kestrel-vane'], fate: 'left' },
      entry: { givenName: 'Ionut', familyName: 'Dragan', knownAs: null, phone: '07700 900684' },
    },
    merged: true,
  },
];

/** Somebody of the crew without a part of their own; the last one, since the first ones have other stories. */
const slotOf = (slots: readonly Slot[], { organisations, fate }: Place): Slot | undefined => {
  const there = (key: string, { plan, post, named, fate: is }: Slot): boolean =>
    plan.key === key && is === fate && named === null && post.level === 4 && post.group === 'site';
  for (const key of organisations) {
    const found = slots.findLast((slot) => there(key, slot));
    if (found) return found;
  }
  return undefined;
};

/** What the entries of the twins say, by their slots; a pair for which there is no room is left out. */
export const twinEntries = (slots: readonly Slot[]): ReadonlyMap<Slot, Entry> =>
  new Map(
    pairsIn(slots).flatMap(({ one, other, pair }): [Slot, Entry][] => [
      [one, pair.one.entry],
      [other, pair.other.entry],
    ]),
  );

/** The pair that was put together: the entry that is kept, and the one that is read as it since. */
export const mergedPairOf = (
  slots: readonly Slot[],
  people: readonly DemoPerson[],
): { keepId: string; mergeId: string } | null => {
  const found = pairsIn(slots).find(({ pair }) => pair.merged);
  const idOf = (slot: Slot | undefined): string | undefined => slot && people[slots.indexOf(slot)]?.id;
  const [keepId, mergeId] = [idOf(found?.one), idOf(found?.other)];
  return keepId && mergeId ? { keepId, mergeId } : null;
};

const pairsIn = (slots: readonly Slot[]): { one: Slot; other: Slot; pair: Twins }[] =>
  twins.flatMap((pair) => {
    const [one, other] = [slotOf(slots, pair.one), slotOf(slots, pair.other)];
    return one && other ? [{ one, other, pair }] : [];
  });
