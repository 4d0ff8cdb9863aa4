import { describe, expect, it } from '@jest/globals';
import { prerequisitesMet } from './prerequisites.js';

const statuses: Record<string, string> = { A1: 'passed', A2: 'completed', A3: 'failed', 'B-4': 'incomplete' };
const met = (script: string): boolean => prerequisitesMet(script, (identifier) => statuses[identifier]);

describe('prerequisitesMet', () => {
  it.each([
    ['', true],
    ['A1', true],
    ['A2', true],
    ['A3', false],
    ['B-4', false],
    ['unknown', false],
    ['A1&A2', true],
    ['A1 & A3', false],
    ['A3|A2', true],
    ['A3|B-4', false],
    ['~A3', true],
    ['~A1', false],
    ['A1&(A3|A2)', true],
    ['(A1&A3)|~B-4', true],
    ['A3=failed', true],
    ['A3="f"', true],
    ['B-4 = "incomplete"', true],
    ['A1<>passed', false],
    ['unknown="not attempted"', true],
    ['2*{A1,A2,A3}', true],
    ['3*{A1,A2,A3}', false],
    ['1 * {A3, A1|A2}', true],
    ['{A1,A3}', false],
    ['~(A1&A2)|A3', false],
  ])('%s', (script, expected) => {
    expect(met(script)).toBe(expected);
  });

  it.each(['A1&', '&A3', '(A3', '2*{A3', 'A3 A3', '|', 'A3)', '~'])(
    'holds nothing up when it cannot be read: %s',
    (script) => {
      expect(met(script)).toBe(true);
    },
  );

  it('gives up on a script without end', () => {
    expect(met('('.repeat(5000) + 'A3')).toBe(true);
  });
});
