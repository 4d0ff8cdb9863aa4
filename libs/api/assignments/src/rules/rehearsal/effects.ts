import { createHash } from 'node:crypto';
import type { PreviewEffect } from '@lms/contracts';
import type { Stands } from './stands.sql.js';

/** What a change to a rule does to one engagement, of one thing that the rule gives or gave. */
export interface Effect {
  engagementId: string;
  personId: string;
  target: string;
  effect: PreviewEffect;
  /** Whether it is owed then, for whatever reason, and by when. */
  owedBefore: boolean;
  owedAfter: boolean;
  beforeOn: string | null;
  dueOn: string | null;
  policyDueOn: string | null;
  valid: boolean;
  exemptUntil: string | null;
}

export const placeOf = (engagementId: string, target: string): string => `${engagementId} ${target}`;

/** Who loses one thing and gets another one instead has two effects. `asked`: who stays on a path for which the rule asks too. */
export function effectsOf(before: readonly Stands[], after: readonly Stands[], asked: ReadonlySet<string>): Effect[] {
  const [was, is] = [byPlace(before), byPlace(after)];
  for (const [place, row] of is) if (asked.has(place)) is.set(place, { ...row, given: true });
  const places = [...new Set([...was.keys(), ...is.keys()])];
  return places.flatMap((place) => effectAt(was.get(place), is.get(place)));
}

const byPlace = (rows: readonly Stands[]): Map<string, Stands> =>
  new Map(rows.map((row) => [placeOf(row.engagementId, row.target), row]));

function effectAt(was: Stands | undefined, is: Stands | undefined): Effect[] {
  const one = is?.given ? is : was?.given ? was : null;
  if (!one) return [];
  const effect = effectFrom(was, is);
  return [
    {
      ...{ engagementId: one.engagementId, personId: one.personId, target: one.target, effect },
      ...{ owedBefore: was?.owed ?? false, owedAfter: is?.owed ?? false },
      ...{ beforeOn: was?.dueOn ?? null, dueOn: is?.dueOn ?? null },
      policyDueOn: effect === 'loses' ? null : (is?.policyDueOn ?? null),
      ...{ valid: one.valid, exemptUntil: one.exemptUntil },
    },
  ];
}

function effectFrom(was: Stands | undefined, is: Stands | undefined): PreviewEffect {
  if (!is?.given) return 'loses';
  // Who is on a path already stays on it as it is, whoever gave it.
  if (!was?.given && !(was?.owed && was.asks !== null)) return 'gains';
  return was.owed !== is.owed || was.dueOn !== is.dueOn || was.asks !== is.asks ? 'moves' : 'keeps';
}

/** The same effects have the same digest, and others another. */
export function digestOf(effects: readonly Effect[]): string {
  const lines = effects.map((row) =>
    [
      ...[row.engagementId, row.target, row.effect, row.owedBefore, row.owedAfter, row.beforeOn, row.dueOn],
      ...[row.policyDueOn, row.valid, row.exemptUntil],
    ].join('|'),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
