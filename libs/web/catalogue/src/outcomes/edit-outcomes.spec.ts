import { describe, expect, it } from '@jest/globals';
import { changed, moved, type OutcomeLine, requestOf } from './edit-outcomes.js';

const line = (key: string): OutcomeLine => ({ key, id: key, name: key, retired: false, courses: 0 });
const lines = ['a', 'b', 'c'].map(line);
const keys = (of: readonly OutcomeLine[]) => of.map(({ key }) => key).join('');

describe('the list of outcomes', () => {
  it('is put in another order, and not beyond its ends', () => {
    expect([moved(lines, 0, 1), moved(lines, 2, -1), moved(lines, 0, -1), moved(lines, 2, 1)].map(keys)).toEqual([
      ...['bac', 'acb', 'abc', 'abc'],
    ]);
  });
  it('is sent whole, with names trimmed', () => {
    expect(requestOf(changed(lines, 'b', { name: ' Beta ', retired: true })).items[1]).toEqual({
      ...{ id: 'b', name: 'Beta', retired: true },
    });
  });
});
