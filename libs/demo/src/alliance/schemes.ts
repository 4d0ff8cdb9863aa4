import { addDays, type LocalDate } from './dates.js';
import type { Ids } from './ids.js';
import type { Random } from './random.js';
import type { DemoScheme } from './types.js';

const plans = [
  { code: 'M40-M42', name: 'M40/M42 Interchange', from: -640, to: 780 },
  { code: 'NEAR', name: 'NEAR', from: -1180, to: 1250 },
  { code: 'SVD', name: 'SVD Retrofit', from: -420, to: 310 },
] as const;

export const schemesOf = (ids: Ids, today: LocalDate): DemoScheme[] =>
  plans.map(({ code, name, from, to }) => ({
    id: ids('scheme', code),
    code,
    name,
    startsOn: addDays(today, from),
    endsOn: addDays(today, to),
  }));

/** Most people work on one scheme, some on two; some office people on none. */
export const someSchemes = (random: Random, schemes: readonly DemoScheme[], office: boolean): string[] => {
  if (office && random.chance(0.3)) return [];
  const first = random.weighted(schemes.map((scheme, index) => [scheme, [5, 3, 2][index] ?? 1] as const));
  const second = random.pick(schemes);
  return random.chance(0.12) && second !== first ? [first.id, second.id] : [first.id];
};
