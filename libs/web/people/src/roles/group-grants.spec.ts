import { describe, expect, it } from '@jest/globals';
import type { GrantItem } from '@lms/contracts';
import { groupGrants } from './group-grants.js';

const grant = (id: string, role: GrantItem['role'], organisationName: string | null): GrantItem => ({
  ...{ id, role, organisationName, personId: 'p', personName: 'Ada', hasLeft: false, organisationId: null },
  ...{ startsOn: '2026-01-01', endsOn: null, givenByName: null, givenAt: '2026-01-01T00:00:00Z', lastSignInAt: null },
  ...{ status: 'current', endsSoon: false, unused: false, renewed: false },
});
const rows = [grant('1', 'author', null), grant('2', 'author', null), grant('3', 'coordinator', 'Kestrel')];
const shape = (by: 'role' | 'person' | 'organisation') =>
  groupGrants(rows, by).map(({ key, grants }) => [key, grants.length]);

describe('roles in groups', () => {
  it('are one for each role or organisation, in whatever order the rows come', () => {
    expect(groupGrants([rows[0]!, rows[2]!, rows[1]!], 'role').map(({ grants }) => grants.length)).toEqual([2, 1]);
    expect(shape('role')).toEqual([
      ['author', 2],
      ['coordinator', 1],
    ]);
    expect(shape('organisation')).toEqual([
      ['', 2],
      ['Kestrel', 1],
    ]);
  });
  it('by person are one list', () => expect(shape('person')).toEqual([['', 3]]));
});
