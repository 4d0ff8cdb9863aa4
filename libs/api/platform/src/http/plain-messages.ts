import { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'Give a text',
  number: 'Give a number',
  int: 'Give a whole number',
  boolean: 'Say true or false',
  array: 'Give a list',
};
const FORMATS: Readonly<Record<string, string>> = {
  email: 'Give a whole e-mail address',
  url: 'Give a whole address such as https://example.org',
  date: 'Give a date such as 2026-11-30',
  datetime: 'Give a moment such as 2026-11-30T09:00:00Z',
  uuid: 'This is not an id',
};
const COUNTED: Readonly<Record<string, string>> = { string: 'characters', array: 'entries', set: 'entries' };
const MOST_NAMED = 5;

/** What is wrong with a value, for people: where a contract has no words of its own, the library's would be shown in forms. */
export function plainMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing' : (KINDS[issue.expected] ?? 'This value cannot be used');
    case 'too_small':
      return issue.inclusive === false
        ? `Give more than ${issue.minimum}`
        : atLeast(issue.origin, Number(issue.minimum));
    case 'too_big':
      return issue.inclusive === false
        ? `Give less than ${issue.maximum}`
        : atMost(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This is not written as it has to be';
    case 'invalid_value':
      return issue.values.length === 1
        ? `Only ${String(issue.values[0])} is possible here`
        : `Choose one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `This is not known here: ${issue.keys
        .slice(0, MOST_NAMED)
        .map((key) => key.slice(0, 40))
        .join(', ')}`;
    default:
      return 'This value cannot be used';
  }
}

function atLeast(origin: string, least: number): string {
  const unit = COUNTED[origin];
  if (unit === undefined) return `Give ${least} or more`;
  if (least > 1) return unit === 'characters' ? `Use at least ${least} characters` : `Give at least ${least} ${unit}`;
  return unit === 'characters' ? 'This is missing' : 'Give at least one';
}

function atMost(origin: string, most: number): string {
  const unit = COUNTED[origin];
  if (unit === undefined) return `Give ${most} or less`;
  if (unit === 'characters') return most === 1 ? 'Use one character' : `Use at most ${most} characters`;
  return most === 1 ? 'Give one and no more' : `Give at most ${most} ${unit}`;
}

z.config({ customError: plainMessage });
