import { describe, expect, it } from '@jest/globals';
import { bank, id } from '../../questions/testing/question-fixture.js';
import { askedBy, inSection, questionsOf } from './quiz-pool.js';

const section = (tag: string | null, count: number | null, bankId = id(1)) => ({ bankId, tag, count });
const banks = new Map([
  [id(1), bank()],
  [id(2), bank({ id: id(2), questions: 3, tags: [] })],
]);

describe('what a quiz draws from', () => {
  it('counts a bank, a tag, and a tag that nothing carries any more', () => {
    expect(inSection(section(null, null), bank())).toBe(12);
    expect(inSection(section('zones', null), bank())).toBe(4);
    expect(inSection(section('gone', null), bank())).toBe(0);
    expect(inSection(section(null, null), undefined)).toBeNull();
  });

  it('asks as many as it should, but never more than there are', () => {
    expect(askedBy(section('zones', 3), bank())).toBe(3);
    expect(askedBy(section('zones', 9), bank())).toBe(4);
    expect(askedBy(section('zones', null), bank())).toBe(4);
  });

  it('adds up over banks, and counts no question twice', () => {
    expect(questionsOf([section('zones', 2), section(null, 2, id(2))], banks)).toBe(4);
    expect(questionsOf([section(null, null), section('zones', 2)], banks)).toBe(12);
    expect(questionsOf([section(null, null, id(3))], banks)).toBeNull();
    expect(questionsOf([], banks)).toBe(0);
  });
});
