import type { Params } from '../../audiences/compile/params.js';
import { live } from '../../audiences/compile/predicate-sql.js';
import { AFTER_END_DAYS, LATE_NOTICE_DAYS, NEW_STARTER_DAYS } from '../../paths/path-days.js';
import type { EngineVersion } from './rule-in-force.js';

/**
 * Whether a rule can ask anything of the engagement `e` on a day. Onboarding is for new starters and offboarding for those
 * who have a last day since the rule is in force; whoever is on such a path stays on it for as long as it lasts.
 */
export function inTime({ pathId, pathKind, effectiveOn }: EngineVersion, params: Params, today: string): string {
  if (pathId === null || (pathKind !== 'onboarding' && pathKind !== 'offboarding')) return live(today);
  const on = `exists (select from path_enrolment n
      where n.engagement_id = e.id and n.path_id = ${params.add(pathId, 'uuid')} and n.state = 'open')`;
  return pathKind === 'onboarding'
    ? `(${live(today)} and (e.starts_on >= ${today} - ${NEW_STARTER_DAYS} or ${on}))`
    : `(e.ends_on >= ${params.add(effectiveOn, 'date')} and (e.ends_on >= ${today} - ${LATE_NOTICE_DAYS}
        or (e.ends_on >= ${today} - ${AFTER_END_DAYS} and ${on})))`;
}

/** Goes on the facts: who has left already is taken as on the last day. */
export const asOf = ({ pathKind }: EngineVersion, today: string): string =>
  pathKind === 'offboarding' ? ` || jsonb_build_object('on', least(${today}, e.ends_on))` : '';

/** Of whom the next day is kept: somebody on an offboarding path stays on it after the last day. */
export const concerned = ({ pathKind }: EngineVersion, today: string): string =>
  pathKind === 'offboarding' ? `e.ends_on >= ${today} - ${AFTER_END_DAYS}` : live(today);

/** Days on which such a path is over, as the calendar alone says. */
export const turnsOf = ({ pathKind }: EngineVersion): string[] =>
  pathKind === 'offboarding' ? [`e.ends_on + ${AFTER_END_DAYS + 1}`] : [];
