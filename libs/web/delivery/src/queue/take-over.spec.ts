import { describe, expect, it } from '@jest/globals';
import { isNewer } from './tab-message.js';

const mine = { attemptId: 'a', number: 3 };

describe('isNewer', () => {
  it('is a later launch of the same attempt, nothing else', () => {
    expect(isNewer({ type: 'launched', attemptId: 'a', number: 4 }, mine)).toBe(true);
    expect(isNewer({ type: 'launched', attemptId: 'a', number: 3 }, mine)).toBe(false);
    expect(isNewer({ type: 'launched', attemptId: 'a', number: 2 }, mine)).toBe(false);
    expect(isNewer({ type: 'launched', attemptId: 'b', number: 9 }, mine)).toBe(false);
    expect(isNewer({ type: 'changed' }, mine)).toBe(false);
  });
});
