import { describe, expect, it } from '@jest/globals';
import { circleClosedBy } from './circle.js';

const steps = (...pairs: string[]) => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));

describe('circleClosedBy', () => {
  it('finds none in a line or a tree', () => {
    expect(circleClosedBy({ from: 'a', to: 'b' }, [])).toBeNull();
    expect(circleClosedBy({ from: 'a', to: 'b' }, steps('bc', 'cd', 'xb', 'ya'))).toBeNull();
  });

  it('tells the circle from its beginning to its end', () => {
    expect(circleClosedBy({ from: 'a', to: 'b' }, steps('ba'))).toEqual(['a', 'b', 'a']);
    expect(circleClosedBy({ from: 'a', to: 'b' }, steps('bc', 'cd', 'da'))).toEqual(['a', 'b', 'c', 'd', 'a']);
    expect(circleClosedBy({ from: 'a', to: 'a' }, [])).toEqual(['a', 'a']);
  });

  it('takes the shortest of several ways', () => {
    expect(circleClosedBy({ from: 'a', to: 'b' }, steps('bc', 'cd', 'da', 'bd'))).toEqual(['a', 'b', 'd', 'a']);
  });

  it('ends where others go round in a circle already', () => {
    expect(circleClosedBy({ from: 'a', to: 'b' }, steps('bc', 'cb'))).toBeNull();
  });

  it('stays quick where ways part and meet again', () => {
    const ladder = Array.from({ length: 40 }, (_, i) => [
      { from: `l${i}`, to: `l${i + 1}` },
      { from: `l${i}`, to: `r${i + 1}` },
      { from: `r${i}`, to: `l${i + 1}` },
      { from: `r${i}`, to: `r${i + 1}` },
    ]).flat();
    expect(circleClosedBy({ from: 'a', to: 'l0' }, ladder)).toBeNull();
    expect(circleClosedBy({ from: 'a', to: 'l0' }, [...ladder, { from: 'l40', to: 'a' }])).toHaveLength(43);
  });
});
