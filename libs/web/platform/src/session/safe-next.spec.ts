import { describe, expect, it } from '@jest/globals';
import { safeNext } from './safe-next.js';

describe('where to go after signing in', () => {
  it('keeps an address inside the app, with its query and fragment', () => {
    expect(safeNext('/paths/7/progress?state=overdue#row')).toBe('/paths/7/progress?state=overdue#row');
  });

  it.each([
    null,
    '',
    'https://elsewhere.test/',
    '//elsewhere.test/x',
    '/\\elsewhere.test',
    '/\t/elsewhere.test',
    'javascript:alert(1)',
  ])('goes to the first page instead of %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });
});
