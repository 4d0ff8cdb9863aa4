import { describe, expect, it } from '@jest/globals';
import type { BulkChange } from '@lms/contracts';
import fc from 'fast-check';
import { fieldOf, outcomeOf, type Standing } from './together-rules.js';

const word = fc.constantFrom('a', 'b', 'c', 'd');
const day = fc.constantFrom('2026-01-01', '2026-06-01', '2026-12-31');
const standing: fc.Arbitrary<Standing> = fc.record({
  personId: word,
  engagementId: fc.option(fc.constant('e')),
  version: fc.integer({ min: 1, max: 9 }),
  startsOn: day,
  endsOn: fc.option(day),
  tags: fc.uniqueArray(word).map((tags) => tags.sort()),
  schemeIds: fc.uniqueArray(word),
  lineManagerId: fc.option(word),
  above: fc.boolean(),
  was: fc.constant(null),
});
const change: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add-tag' as const, 'remove-tag' as const), tag: word }),
  fc.record({ kind: fc.constantFrom('add-scheme' as const, 'remove-scheme' as const), schemeId: word }),
  fc.record({ kind: fc.constant('set-manager' as const), lineManagerId: fc.option(word) }),
  fc.record({ kind: fc.constant('end' as const), endsOn: day }),
);

describe('what becomes of one person', () => {
  it('touches one field, has nothing to do the second time, and putting back gives what was', () => {
    fc.assert(
      fc.property(standing, change, (person, wanted) => {
        const outcome = outcomeOf(person, wanted);
        if ('leftOut' in outcome) return;
        const { after } = outcome;
        const field = fieldOf(wanted);
        for (const other of ['tags', 'schemeIds', 'lineManagerId', 'endsOn'] as const)
          if (other !== field) expect(after[other]).toEqual(person[other]);
        expect(outcomeOf({ ...person, ...after }, wanted)).toEqual({ leftOut: 'nothing-to-do' });
        if (after.endsOn) expect(after.endsOn >= person.startsOn || after.endsOn === person.endsOn).toBe(true);
        if (field === 'lineManagerId') expect(after.lineManagerId).not.toBe(person.personId);
        if (field === 'endsOn') return;
        const back = outcomeOf({ ...person, ...after, was: person }, { kind: 'put-back', field, engagements: [] });
        expect(back).toMatchObject({ after: { [field]: person[field] } });
      }),
    );
  });
});
