import { describe, expect, it } from '@jest/globals';
import { kindProblems, type RelatedKinds } from './kind-rules.js';

const paths = (kind: 'client' | 'partner' | 'supplier', related: Partial<RelatedKinds>) =>
  kindProblems(
    { kind, parentId: 'parent' in related ? 'p' : null, sponsorId: 'sponsor' in related ? 's' : null },
    { parent: null, sponsor: null, ...related },
  ).map((problem) => problem.path);

describe('kindProblems', () => {
  it('lets a supplier stand under a supplier and be sponsored by a partner', () => {
    expect(paths('supplier', {})).toEqual([]);
    expect(paths('supplier', { parent: 'supplier', sponsor: 'partner' })).toEqual([]);
  });
  it('refuses another kind above it, and what does not exist', () => {
    expect(paths('supplier', { parent: 'partner', sponsor: 'client' })).toEqual(['parentId', 'sponsorId']);
    expect(paths('supplier', { parent: null, sponsor: null })).toEqual(['parentId', 'sponsorId']);
  });
  it('gives the client and the partners neither', () => {
    for (const kind of ['client', 'partner'] as const) {
      expect(paths(kind, {})).toEqual([]);
      expect(paths(kind, { parent: 'supplier', sponsor: 'partner' })).toEqual(['parentId', 'sponsorId']);
    }
  });
});
