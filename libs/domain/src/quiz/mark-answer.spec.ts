import { describe, expect, it } from '@jest/globals';
import { isRight } from './mark-answer.js';
import type { QuestionBody } from './question.js';
import { matching, multiple, ordering, single } from './quiz.test.js';

describe('an answer', () => {
  it('of one choice is right when that choice is', () => {
    const body = single('Alarm', 'Radio');
    expect(isRight(body, { type: 'single', choiceId: 'c0' })).toBe(true);
    expect(isRight(body, { type: 'single', choiceId: 'c1' })).toBe(false);
    expect(isRight(body, { type: 'single', choiceId: 'elsewhere' })).toBe(false);
  });

  it('of several choices is right with all of them and no other', () => {
    const body = multiple(['Vest', 'Boots'], ['Sandals']);
    const of = (...choiceIds: string[]) => isRight(body, { type: 'multiple', choiceIds });
    expect(of('r1', 'r0')).toBe(true);
    expect(of('r0', 'r1', 'r1')).toBe(true);
    expect([of('r0'), of('r0', 'r1', 'w0'), of(), of('r0', 'w0')]).toEqual([false, false, false, false]);
  });

  it('to a statement is right when it says the same', () => {
    expect(isRight({ type: 'true-false', right: false }, { type: 'true-false', value: false })).toBe(true);
    expect(isRight({ type: 'true-false', right: false }, { type: 'true-false', value: true })).toBe(false);
  });

  it('that matches is right when every pair is; sides that read the same are the same', () => {
    const body = matching(['Red', 'Stop'], ['Amber', 'Stop '], ['Green', 'Go']);
    const of = (pairs: Record<string, string>) => isRight(body, { type: 'matching', pairs });
    expect(of({ p0: 'p0', p1: 'p1', p2: 'p2' })).toBe(true);
    expect(of({ p0: 'p1', p1: 'p0', p2: 'p2' })).toBe(true);
    expect(of({ p0: 'p0', p1: 'p1' })).toBe(false);
    expect(of({ p0: 'p2', p1: 'p1', p2: 'p0' })).toBe(false);
    expect(of({ p0: 'p0', p1: 'p1', p2: 'toString' })).toBe(false);
  });

  it('in order is right from the first to the last', () => {
    const body = ordering('Alarm', 'Refuge', 'Heads');
    const of = (...itemIds: string[]) => isRight(body, { type: 'ordering', itemIds });
    expect(of('i0', 'i1', 'i2')).toBe(true);
    expect([of('i1', 'i0', 'i2'), of('i0', 'i1'), of('i0', 'i0', 'i2'), of('i0', 'i1', 'i2', 'i2')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['0.4', true],
    ['0,4', true],
    [' .4 ', true],
    ['0.2', true],
    ['0.30', true],
    ['3e-1', true],
    ['0.4001', false],
    ['0.4 m', true],
    ['0,4m', true],
    ['−0.3', false],
    ['', false],
    ['about 0.3', false],
    ['0.3.1', false],
    ['NaN', false],
    ['0x1', false],
  ])('in numbers, %j for 0.3 ± 0.1 m, is right: %s', (value, right) => {
    const body: QuestionBody = { type: 'numeric', value: 0.3, tolerance: 0.1, unit: 'm' };
    expect(isRight(body, { type: 'numeric', value })).toBe(right);
  });

  it.each([
    ['1,000', 1000, true],
    ['1 000', 1000, true],
    ['1,000.5', 1000.5, true],
    ['1.000,5', 1000.5, true],
    ['1,000', 1, true],
    ['10,00', 1000, false],
    ['1,00,000', 100000, false],
    ['-12', -12, true],
    ['−12', -12, true],
    ['1234567890123456789', 1234567890123456800, false],
    ['1e21', 1e21, true],
    ['0.0000001', 1e-7, true],
  ])('in numbers, %j for exactly %d, is right: %s', (value, wanted, right) => {
    const body: QuestionBody = { type: 'numeric', value: wanted, tolerance: 0, unit: '' };
    expect(isRight(body, { type: 'numeric', value })).toBe(right);
  });

  it.each([
    ['hard shoulder', true],
    ['  HARD   Shoulder ', true],
    ['Hard\u00a0shoulder', true],
    ['hardshoulder', false],
    ['Caf\u0065\u0301', true],
    ['driver’s', true],
    ['STRASSE', true],
    ['', false],
  ])('in words, %j is right: %s', (value, right) => {
    const body: QuestionBody = {
      type: 'short-text',
      accepted: ['Hard shoulder', 'Caf\u00e9', "Driver's", 'Straße'],
    };
    expect(isRight(body, { type: 'short-text', value })).toBe(right);
  });

  it('of another type, or none, is wrong', () => {
    expect(isRight(single('a', 'b'), { type: 'multiple', choiceIds: ['c0'] })).toBe(false);
    expect(isRight({ type: 'short-text', accepted: ['12'] }, { type: 'numeric', value: '12' })).toBe(false);
    expect(isRight(single('a', 'b'), null)).toBe(false);
  });
});
