import type { Ids } from './ids.js';
import { asciiOf, fullNameFrom } from './names.js';
import { mailDomainOf, type OrganisationPlan } from './organisations.js';
import { randomOf, type Random } from './random.js';
import type { Slot } from './slots.js';
import { twinEntries } from './twins.js';
import type { DemoPerson, EmploymentGroup } from './types.js';

const shortForms: Record<string, string> = {
  Thomas: 'Tom',
  Daniel: 'Dan',
  Samuel: 'Sam',
  Matthew: 'Matt',
  William: 'Will',
  Robert: 'Rob',
  Richard: 'Rich',
  Joshua: 'Josh',
  Rebecca: 'Becky',
  Victoria: 'Vicky',
  Abigail: 'Abi',
  Mohammed: 'Mo',
  Katarzyna: 'Kasia',
  Małgorzata: 'Gosia',
  Krzysztof: 'Kris',
  Oluwaseun: 'Seun',
};

/** Hands out `given.family`, then `given.family2` …, each once in its domain (or among the usernames). */
class Mailboxes {
  private readonly taken = new Set<string>();

  take(person: { givenName: string; familyName: string }, domain: string | null): string {
    const stem = `${asciiOf(person.givenName)}.${asciiOf(person.familyName)}`;
    for (let number = 1; ; number += 1) {
      const local = number === 1 ? stem : `${stem}${number}`;
      const address = domain === null ? local : `${local}@${domain}`;
      if (this.taken.has(address)) continue;
      this.taken.add(address);
      return address;
    }
  }
}

export interface Workers {
  people: DemoPerson[];
  /** The work address this person gets at an organisation; null for those who work without a desk. */
  workEmailAt(person: DemoPerson, plan: OrganisationPlan, group: EmploymentGroup): string | null;
  /** Their first organisation's address, which was handed out together with the account. */
  firstWorkEmail: Map<string, string | null>;
}

const atDesk = (group: EmploymentGroup): boolean => group !== 'site' && group !== 'driver';

const nameOf = (slot: Slot, random: Random, used: Set<string>): { givenName: string; familyName: string } => {
  if (slot.named) return { givenName: slot.named.givenName, familyName: slot.named.familyName };
  const drawn = fullNameFrom(random);
  const key = `${drawn.givenName} ${drawn.familyName}`;
  // A few namesakes stay, as in any firm of this size; the second draw keeps them few.
  return used.has(key) ? fullNameFrom(random) : drawn;
};

/** The people of the slots, in the order of the slots. */
export const peopleOf = (seed: string | number, ids: Ids, slots: readonly Slot[]): Workers => {
  const mailboxes = new Mailboxes();
  const used = new Set(slots.flatMap(({ named }) => (named ? [`${named.givenName} ${named.familyName}`] : [])));
  const firstWorkEmail = new Map<string, string | null>();
  const workEmailAt: Workers['workEmailAt'] = (person, plan, group) =>
    atDesk(group) ? mailboxes.take(person, mailDomainOf(plan)) : null;

  // The named people come first, so that nobody else holds the address they are known by.
  const order = [...slots.filter(({ named }) => named), ...slots.filter(({ named }) => !named)];
  const entries = twinEntries(slots);
  const made = new Map<Slot, DemoPerson>();
  for (const slot of order) {
    const random = randomOf(seed, 'person', slot.plan.key, slot.index);
    const entry = entries.get(slot);
    const drawn = nameOf(slot, random, used);
    const name = entry ? { givenName: entry.givenName, familyName: entry.familyName } : drawn;
    used.add(`${name.givenName} ${name.familyName}`);
    const person: DemoPerson = {
      id: slot.named ? ids('named', slot.named.part) : ids('person', slot.plan.key, slot.index),
      ...name,
      knownAs: !slot.named && random.chance(0.4) ? (shortForms[name.givenName] ?? null) : null,
      contactEmail: null,
      // Numbers that the regulator keeps free for drama.
      phone: random.chance(0.7) ? `07700 900${String(random.int(0, 999)).padStart(3, '0')}` : null,
      signInName: '',
    };
    if (entry) Object.assign(person, entry);
    const workEmail = workEmailAt(person, slot.plan, slot.post.group);
    firstWorkEmail.set(person.id, workEmail);
    const hasOwn = slot.named ? !slot.named.username : random.chance(workEmail ? 0.6 : 0.65);
    if (hasOwn) person.contactEmail = mailboxes.take(person, 'post.example');
    person.signInName = workEmail ?? person.contactEmail ?? slot.named?.username ?? mailboxes.take(person, null);
    made.set(slot, person);
  }
  return { people: slots.map((slot) => made.get(slot)!), workEmailAt, firstWorkEmail };
};
