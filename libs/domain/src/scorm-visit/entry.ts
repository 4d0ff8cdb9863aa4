import type { RuntimeElements, ScormStandard } from '../completion-rule/outcome.js';

/** Elements below this prefix are the player's own notes about a visit; the content never sees them. */
export const NOTE_PREFIX = 'waymark.';
/** `true` once the content has finished the visit, empty while one is open. */
export const ENDED_NOTE = 'waymark.ended';

export type VisitEntry = 'ab-initio' | 'resume' | '';

/** How long a visit took says nothing of what was done in it. */
const SESSION_TIME = /^cmi\.(?:core\.)?session_time$/;
const FINAL_EXITS = new Set(['normal', 'time-out']);

/**
 * The value of `cmi.core.entry` (SCORM 1.2, run-time environment 3.4.4) or `cmi.entry` (SCORM 2004, 4.2.7) of the next
 * visit to a part, from what is kept of it:
 *
 *     nothing kept, or only empty      ab-initio
 *     the last visit was cut off       resume
 *     1.2   exit suspend               resume; any other: empty, with everything still there
 *     2004  exit normal or time-out    ab-initio: a new learner attempt with fresh run-time data
 *     2004  any other, also none       resume: packages that never say how they leave expect their data back
 */
export const entryOf = (standard: ScormStandard, elements: RuntimeElements): VisitEntry => {
  const says = (name: string): boolean => !name.startsWith(NOTE_PREFIX) && !SESSION_TIME.test(name);
  if (!Object.entries(elements).some(([name, value]) => value !== '' && says(name))) return 'ab-initio';
  if (elements[ENDED_NOTE] !== 'true') return 'resume';
  if (standard === 'scorm12') return elements['cmi.core.exit'] === 'suspend' ? 'resume' : '';
  return FINAL_EXITS.has(elements['cmi.exit'] ?? '') ? 'ab-initio' : 'resume';
};
