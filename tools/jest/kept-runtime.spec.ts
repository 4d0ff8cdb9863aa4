import { describe, expect, it, jest } from '@jest/globals';

describe('what a worker has loaded', () => {
  it('is not replaced by a mock, which would not be noticed', () => {
    expect(() => jest.unstable_mockModule('node:fs', () => ({}))).toThrow('pass what is to be another as a parameter');
  });
});
