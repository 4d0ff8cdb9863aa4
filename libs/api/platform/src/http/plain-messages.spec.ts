import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import './plain-messages.js';

const said = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message)[0];

describe('what is wrong with a value', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['This is missing', z.string(), undefined],
    ['This is missing', z.string().trim().min(1), '  '],
    ['Give a text', z.string(), 7],
    ['Give a number', z.coerce.number(), 'many'],
    ['Give a whole number', z.number().int(), 0.5],
    ['Give 1 or more', z.number().min(1), 0],
    ['Give more than 0', z.number().positive(), 0],
    ['Give 100 or less', z.number().max(100), 101],
    ['Use at most 80 characters', z.string().max(80), 'x'.repeat(81)],
    ['Use at least 10 characters', z.string().min(10), 'x'],
    ['Give at least one', z.array(z.string()).min(1), []],
    ['Give at most 2 entries', z.array(z.string()).max(2), ['a', 'b', 'c']],
    ['Choose one of on, off', z.enum(['on', 'off']), 'maybe'],
    ['Give a date such as 2026-11-30', z.iso.date(), '30/11/2026'],
    ['Give a whole e-mail address', z.email(), 'ann@'],
    ['This is not an id', z.uuid(), '7'],
    ['This is not known here: colour', z.strictObject({}), { colour: 'red' }],
    ['This value cannot be used', z.union([z.string(), z.number()]), null],
  ])('is said as “%s”', (words, schema, value) => expect(said(schema, value)).toBe(words));

  it('is said in the words of the contract where it has some', () => {
    expect(said(z.string().min(10, 'Use ten'), 'x')).toBe('Use ten');
  });
});
