import { describe, expect, it } from '@jest/globals';
import { differsFromAnchor } from './anchor.js';

const chain = ['a', 'b', 'c', 'd'].map((hash, index) => ({ seq: index + 1, hash }));
const anchor = { person: 'p', seq: 3, hash: 'c', hashes: ['b'] };

describe('a chain beside an anchor', () => {
  it('may have grown', () => {
    expect(differsFromAnchor(chain, anchor)).toBeNull();
    expect(differsFromAnchor(chain.slice(0, 3), anchor)).toBeNull();
  });
  it('is told by the first entry that is another one', () => {
    const changed = chain.map((entry) => (entry.seq < 2 ? entry : { ...entry, hash: 'x' }));
    expect(differsFromAnchor(changed, anchor)).toEqual({ seq: 2, why: 'not-what-was-anchored' });
    expect(differsFromAnchor(changed, { ...anchor, hashes: [] })).toEqual({ seq: 3, why: 'not-what-was-anchored' });
  });
  it('is told by the first entry that is gone', () => {
    expect(differsFromAnchor(chain.slice(0, 2), anchor)).toEqual({ seq: 3, why: 'anchored-and-missing' });
    expect(differsFromAnchor([], anchor)).toEqual({ seq: 2, why: 'anchored-and-missing' });
  });
});
