import { dayInWords } from '../calendar/date-words.js';
import type { Names } from '../audience/describe.js';
import type { DuePolicy } from './due-policy.js';

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

/** The policy as it follows "due": "by 2026-12-14", "within 14 days of starting". */
export function describeDue(policy: DuePolicy, names: Names): string {
  switch (policy.kind) {
    case 'on':
      return `by ${dayInWords(policy.date)}`;
    case 'after-start':
      return `within ${days(policy.days)} of starting`;
    case 'after-assignment':
      return `within ${days(policy.days)} of being asked`;
    case 'after-completion':
      return `within ${days(policy.days)} of completing ${names(policy.courseId)}`;
  }
}
