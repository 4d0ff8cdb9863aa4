import { expect, it } from '@jest/globals';
import { differences } from './differences.js';

it('what differs is told by name, lists and objects in words', () => {
  const before = { id: '1', name: 'A', tags: ['x'], filters: { q: '' } };
  const after = { id: '1', name: 'A', tags: ['x', 'o-1'], filters: { q: 'mar', organisationId: 'o-1' } };
  expect(differences(before, after, { 'o-1': 'Dunmarsh' })).toEqual([
    { name: 'tags', before: 'x', after: 'x, Dunmarsh' },
    { name: 'filters', before: null, after: 'q mar, organisationId Dunmarsh' },
  ]);
});
