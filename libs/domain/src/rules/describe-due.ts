import { dayInWords } from '../calendar/date-words.js';
import type { Names } from '../audience/describe.js';
import type { DuePolicy } from './due-policy.js';

const within = (days: number, begun: string, day: string): string =>
  days === 0 ? `on the day they ${day}` : `within ${days === 1 ? '1 day' : `${days} days`} of ${begun}`;

/** The policy as it follows "due": "by 2026-12-14", "within 14 days of starting". */
export function describeDue(policy: DuePolicy, names: Names): string {
  switch (policy.kind) {
    case 'on':
      return `by ${dayInWords(policy.date)}`;
    case 'after-start':
      return within(policy.days, 'starting', 'start');
    case 'after-assignment':
      return within(policy.days, 'being asked', 'are asked');
    case 'after-completion':
      return within(policy.days, `completing ${names(policy.courseId)}`, `complete ${names(policy.courseId)}`);
  }
}
