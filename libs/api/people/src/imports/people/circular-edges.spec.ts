import { describe, expect, it } from '@jest/globals';
import { circularEdges } from './circular-edges.js';

const of = (...edges: string[]) =>
  [...circularEdges(edges.map((edge) => ({ from: edge[0] ?? '', to: edge[1] ?? '' })))].sort();

describe('circularEdges', () => {
  it('finds the edges on circles and no others', () => {
    expect(of('ab', 'bc', 'ca', 'dc', 'ae')).toEqual(['a b', 'b c', 'c a']);
    expect(of('ab', 'bc', 'cd')).toEqual([]);
    expect(of('aa', 'ab')).toEqual(['a a']);
    expect(of('ab', 'ba', 'bc', 'cd', 'dc')).toEqual(['a b', 'b a', 'c d', 'd c']);
  });

  it('goes down a very long line', () => {
    const line = Array.from({ length: 30_000 }, (_, i) => ({ from: String(i), to: String(i + 1) }));
    expect(circularEdges(line).size).toBe(0);
    expect(circularEdges([...line, { from: '30000', to: '0' }]).size).toBe(30_001);
  });
});
