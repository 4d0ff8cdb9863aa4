import { describe, expect, it } from '@jest/globals';
import { moved, orderColumns } from './order-columns.js';

const columns = ['a', 'b', 'c'].map((courseId) => ({ courseId }));
const ids = (some: readonly { courseId: string }[]) => some.map(({ courseId }) => courseId).join('');

describe('chosen columns', () => {
  it('come in the order of the choice, without those that are not there any more', () => {
    expect(ids(orderColumns(columns, undefined))).toBe('abc');
    expect(ids(orderColumns(columns, 'c,x,a'))).toBe('ca');
  });
  it('move up and down, and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
  });
});
