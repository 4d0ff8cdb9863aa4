import { describe, expect, it } from '@jest/globals';
import { forgivenWords, searchWords } from './search-words.js';

describe('searchWords', () => {
  it('looks for nothing when nothing was typed', () => {
    expect([searchWords(undefined), searchWords(''), searchWords(' \t')]).toEqual([null, null, null]);
  });
  it('makes every word a pattern in which nothing has a special meaning', () => {
    expect(searchWords('  Aisha\u00a0 100%_\\')).toEqual(['%Aisha%', '%100\\%\\_\\\\%']);
  });
  it('stops at eight words', () => {
    expect(searchWords('a b c d e f g h i j')).toHaveLength(8);
  });
});

describe('forgivenWords', () => {
  it('forgives in words of four letters and more, and not in numbers', () => {
    expect(forgivenWords("Siobhán O'Neill CST-77")).toEqual({
      may: ['siobhán', 'neill'],
      must: ['%o%', '%cst%', '%77%'],
    });
    expect(forgivenWords(undefined)).toEqual({ may: [], must: [] });
  });
});
