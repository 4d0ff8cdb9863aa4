import { addDays, type LocalDate } from './dates.js';
import type { Ids } from './ids.js';
import type { OrganisationPlan } from './organisations.js';
import type { Workers } from './people.js';
import { randomOf, type Random } from './random.js';
import { someSchemes } from './schemes.js';
import type { Slot } from './slots.js';
import type { DemoEngagement, DemoPerson, DemoScheme } from './types.js';

const eightYears = 2900;

/** Days until the last day of the one who is leaving. */
const LEAVING_IN_DAYS = 9;

/** Recent starts are commoner: about one person in eighteen began in the last two months. */
const startOf = (slot: Slot, today: LocalDate, random: Random): LocalDate => {
  if (slot.named) return addDays(today, slot.named.starts);
  if (slot.fate === 'planned') return addDays(today, random.int(1, 21));
  const oldest = slot.post.level < 3 ? 0.55 : 0;
  const days = Math.floor(eightYears * (oldest + (1 - oldest) * random.next() ** 1.35));
  const least = slot.fate === 'current' ? 1 : 240;
  return addDays(today, -Math.max(least, days));
};

const initials = (plan: OrganisationPlan): string =>
  plan.key
    .split('-')
    .map((word) => word.slice(0, plan.key.includes('-') ? 1 : 2))
    .join('')
    .toUpperCase();

const numberAt = (plan: OrganisationPlan, index: number): string => `${initials(plan)}${10_000 + index * 7 + 3}`;

/** The first report of the line manager who is named: somebody whose last day is near, so that offboarding is to be seen. */
const leavingSlot = (slots: readonly Slot[]): Slot | undefined => {
  const manager = slots.find(({ named }) => named?.part === 'Line manager');
  return slots.find(
    ({ plan, post, named, fate }) =>
      plan === manager?.plan && post.manager === manager.index && named === null && fate === 'current',
  );
};

interface Others {
  slots: readonly Slot[];
  people: readonly DemoPerson[];
}

/** Someone of level 3 elsewhere who can lead this kind of work, and the organisation they are in. */
const leadElsewhere = (slot: Slot, { slots, people }: Others, random: Random) => {
  const leads = slots
    .map((other, index) => ({ other, person: people[index]! }))
    .filter(({ other }) => other.post.level === 3 && other.plan.key !== slot.plan.key)
    .filter(({ other }) => (slot.post.group === 'office') === (other.post.group === 'office'));
  const { other, person } = random.pick(leads);
  return { plan: other.plan, lineManagerId: person.id };
};

/** One engagement for every person, and a second one for those who came back elsewhere or work for two. */
export const engagementsOf = (
  seed: string | number,
  ids: Ids,
  today: LocalDate,
  slots: readonly Slot[],
  workers: Workers,
  schemes: readonly DemoScheme[],
): DemoEngagement[] => {
  const { people } = workers;
  const seats = new Map<string, DemoPerson>();
  slots.forEach((slot, at) => seats.set(`${slot.plan.key} ${slot.index}`, people[at]!));
  const extra = new Map<string, number>();
  const leaving = leavingSlot(slots);

  return slots.flatMap((slot, at) => {
    const person = people[at]!;
    const random = randomOf(seed, 'engagement', slot.plan.key, slot.index);
    const startsOn = startOf(slot, today, random);
    const ended = slot.fate === 'left' || slot.fate === 'again';
    const first: DemoEngagement = {
      id: ids('engagement', person.id, 1),
      personId: person.id,
      organisationId: ids('organisation', slot.plan.key),
      employeeNumber: numberAt(slot.plan, slot.index),
      jobRole: slot.post.jobRole,
      employmentGroup: slot.post.group,
      schemeIds: someSchemes(random, schemes, slot.post.group === 'office'),
      lineManagerId: slot.post.manager === null ? null : seats.get(`${slot.plan.key} ${slot.post.manager}`)!.id,
      workEmail: workers.firstWorkEmail.get(person.id) ?? null,
      startsOn,
      endsOn: ended
        ? addDays(today, -random.int(slot.fate === 'left' ? 2 : 80, 220))
        : slot === leaving
          ? addDays(today, LEAVING_IN_DAYS)
          : null,
    };
    if (slot.fate !== 'again' && slot.fate !== 'twice') return [first];
    const { plan, lineManagerId } = leadElsewhere(slot, { slots, people }, random);
    const number = extra.get(plan.key) ?? 0;
    extra.set(plan.key, number + 1);
    const second: DemoEngagement = {
      ...first,
      id: ids('engagement', person.id, 2),
      organisationId: ids('organisation', plan.key),
      employeeNumber: numberAt(plan, plan.people + number),
      lineManagerId,
      workEmail: workers.workEmailAt(person, plan, slot.post.group),
      startsOn: first.endsOn ? addDays(first.endsOn, random.int(5, 60)) : addDays(today, -random.int(20, 200)),
      endsOn: null,
    };
    return [first, second];
  });
};
