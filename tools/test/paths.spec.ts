import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { calledFrom } from '../setup/paths.mjs';

describe('where a command was called', () => {
  it('is where npm was called, not the checkout that it went to', () => {
    expect(calledFrom({ npm_lifecycle_event: 'lms', INIT_CWD: tmpdir() })).toBe(tmpdir());
    expect(calledFrom({ npm_lifecycle_event: 'lms', INIT_CWD: '/no/longer/there' })).toBe(process.cwd());
    expect(calledFrom({ INIT_CWD: tmpdir() })).toBe(process.cwd());
  });
});
