import { dayInWords } from '../calendar/date-words.js';
import type { RuleRecurrence } from '../recurrence/recurrence.js';

/**
 * How a rule asks again, as it follows what it asks for: "once", "again every 12 months". Null where it says nothing of its
 * own.
 */
export function describeAgain(how: RuleRecurrence, gives: 'course' | 'path'): string | null {
  if (how.kind === 'course') return null;
  if (how.kind === 'once') return 'once';
  const each = gives === 'path' ? 'each course of it again' : 'again';
  const sooner = gives === 'path' ? ', or sooner where a course itself ends sooner' : '';
  return `${each} ${rhythm(how.recurrence)}${sooner}`;
}

function rhythm(recurrence: Extract<RuleRecurrence, { kind: 'own' }>['recurrence']): string {
  if (recurrence.anchor !== 'fixed-dates') {
    return recurrence.months === 1 ? 'every month' : `every ${recurrence.months} months`;
  }
  return `each year by ${recurrence.dates.map(dayOfTheYear).join(' or ')}`;
}

/** A leap year, so that every day is one. */
const dayOfTheYear = (day: string): string => dayInWords(`2024-${day}`).replace(/ 2024$/, '');
