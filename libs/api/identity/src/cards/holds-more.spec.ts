import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type Role } from '@lms/domain';
import { holdsMore } from './holds-more.js';

const of = (...roles: Role[]) => new Set(permissionsOf(roles.map((role) => ({ role }))));

describe('whose card somebody may not draw', () => {
  it('is an administrator’s, for the People Team', () => {
    expect(holdsMore(of('people-team'), ['administrator'], { everywhere: true })).toBe(true);
    expect(holdsMore(of('people-team', 'administrator'), ['administrator'], { everywhere: true })).toBe(false);
    expect(holdsMore(of('people-team'), ['trainer', 'coordinator'], { everywhere: true })).toBe(false);
  });
  it('is that of anybody with a role, for a coordinator', () => {
    expect(holdsMore(of('coordinator'), ['coordinator'], { everywhere: false })).toBe(true);
    expect(holdsMore(of('coordinator'), [], { everywhere: false })).toBe(false);
  });
});
