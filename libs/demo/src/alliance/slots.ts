import { namedPeople, type NamedPerson } from './named.js';
import { organisationPlans, type OrganisationPlan } from './organisations.js';
import { randomOf } from './random.js';
import { postsOf, type Post } from './workforce.js';

/** Where a person stands today. `again`: has left once and is engaged elsewhere; `twice`: two engagements at once. */
export type Fate = 'current' | 'planned' | 'left' | 'again' | 'twice';

export interface Slot {
  plan: OrganisationPlan;
  /** Index among the posts of the organisation; `post.manager` refers to it. */
  index: number;
  post: Post;
  named: NamedPerson | null;
  fate: Fate;
}

const plannedBesideNamed = 29;
const fates: readonly (readonly [Fate, number])[] = [
  ['planned', plannedBesideNamed],
  ['left', 45],
  ['again', 15],
  ['twice', 15],
];

const placeNamed = (slots: readonly Slot[]): void => {
  for (const named of namedPeople) {
    const slot = slots.find(
      ({ plan, post, named: taken }) =>
        !taken && plan.key === named.organisation && post.level === named.level && post.group === named.group,
    );
    if (!slot) throw new Error(`No post for ${named.givenName} ${named.familyName}`);
    slot.named = named;
    slot.post = { ...slot.post, jobRole: named.jobRole };
    slot.fate = named.starts > 0 ? 'planned' : 'current';
  }
};

/** All 1,800 people as places to be filled, organisation by organisation. */
export const slotsOf = (seed: string | number): Slot[] => {
  const slots = organisationPlans.flatMap((plan) =>
    postsOf(plan, randomOf(seed, 'posts', plan.key)).map((post, index): Slot => ({
      plan,
      index,
      post,
      named: null,
      fate: 'current',
    })),
  );
  placeNamed(slots);
  const lots = slots
    .filter(({ post, named }) => post.level === 4 && !named)
    .map((slot) => ({ slot, lot: randomOf(seed, 'fate', slot.plan.key, slot.index).next() }))
    .sort((a, b) => a.lot - b.lot);
  let drawn = 0;
  for (const [fate, count] of fates) {
    for (const { slot } of lots.slice(drawn, drawn + count)) slot.fate = fate;
    drawn += count;
  }
  return slots;
};
