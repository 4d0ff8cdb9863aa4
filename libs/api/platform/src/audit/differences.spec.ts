import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';

describe('differences', () => {
  it('names what changed and leaves out what says nothing', () => {
    const before = { id: 'a', version: 1, job_role: 'Operative', organisation_id: 'o1', scheme_ids: [], ends_on: null };
    const after = { ...before, version: 2, job_role: 'Ganger', organisation_id: 'o2', scheme_ids: ['s1', 's2'] };
    expect(differences(before, after, { o1: 'Costain', o2: 'Fluor', s1: 'NEAR', s2: 'SVD Retrofit' })).toEqual([
      { name: 'job_role', before: 'Operative', after: 'Ganger' },
      { name: 'organisation_id', before: 'Costain', after: 'Fluor' },
      { name: 'scheme_ids', before: null, after: 'NEAR, SVD Retrofit' },
    ]);
  });

  it('tells everything of what is new and of what is gone', () => {
    const row = { id: 'a', role: 'trainer', organisation_id: null };
    expect(differences(null, row, {})).toEqual([{ name: 'role', before: null, after: 'trainer' }]);
    expect(differences(row, null, {})).toEqual([{ name: 'role', before: 'trainer', after: null }]);
  });
});
