import { dayInWords } from '../calendar/date-words.js';
import type { AudienceCondition, AudiencePredicate } from './predicate.js';

/** What an id is called: an organisation's, scheme's, person's or course's name. */
export type Names = (id: string) => string;

/** The audience as an English phrase that follows "Everyone": "in the site or driver group, at any supplier". */
export const describeAudience = (predicate: AudiencePredicate, names: Names): string => {
  if (predicate.is === 'all' && predicate.of.length === 0) return 'in the Alliance';
  return phrase(predicate, names, false);
};

function phrase(predicate: AudiencePredicate, names: Names, nested: boolean): string {
  switch (predicate.is) {
    case 'all':
    case 'any': {
      const [only] = predicate.of;
      if (!only) return predicate.is === 'all' ? 'in the Alliance' : 'who does not exist';
      if (predicate.of.length === 1) return phrase(only, names, nested);
      const parts = predicate.of.map((one) => phrase(one, names, true));
      const joined = predicate.is === 'all' ? parts.join(' and ') : parts.join(', or ');
      return nested ? `(${joined})` : joined;
    }
    case 'not':
      return `not ${phrase(predicate.of, names, true)}`;
    default:
      return describeCondition(predicate, names);
  }
}

const KINDS = { client: 'client', partner: 'partner', supplier: 'supplier' } as const;

/** One condition, as it follows "Everyone" or "You are". */
export function describeCondition(condition: AudienceCondition, names: Names): string {
  switch (condition.is) {
    case 'organisation-kind':
      return `at any ${orOf(condition.in.map((kind) => KINDS[kind]))}`;
    case 'organisation':
      return `at ${orOf(condition.in.map(names))}${condition.tiers ? ' or below' : ''}`;
    case 'scheme':
      return `on ${orOf(condition.in.map(names))}`;
    case 'job-role':
      return `working as ${orOf(condition.in)}`;
    case 'group':
      return `in the ${orOf(condition.in)} group`;
    case 'tag':
      return `tagged ${orOf(condition.in)}`;
    case 'started':
      return spell(
        'who started',
        condition.from,
        condition.until,
        (d) => `on or after ${dayInWords(d)}`,
        (d) => `on or before ${dayInWords(d)}`,
      );
    case 'days-since-start':
      return spell(
        Math.min(condition.atLeast ?? 0, condition.atMost ?? 0) < 0 ? 'who starts' : 'who started',
        condition.atLeast,
        condition.atMost,
        (n) => (n < 0 ? `at most ${days(-n)} from now` : `at least ${days(n)} ago`),
        (n) => (n < 0 ? `at least ${days(-n)} from now` : `at most ${days(n)} ago`),
      );
    case 'holds':
      return `holding ${names(condition.courseId)}`;
    case 'lacks':
      return `without ${names(condition.courseId)}`;
    case 'reports-to':
      return `reporting to ${names(condition.personId)}`;
  }
}

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

function spell<T>(
  head: string,
  least: T | null,
  most: T | null,
  from: (value: T) => string,
  until: (value: T) => string,
): string {
  const parts = [least === null ? [] : [from(least)], most === null ? [] : [until(most)]].flat();
  return parts.length === 0 ? `${head} at any time` : `${head} ${parts.join(' and ')}`;
}

/** "a", "a or b", "a, b or c". */
export const orOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'nobody') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
