import { describe, expect, it } from '@jest/globals';
import type { AudiencePredicate } from '@lms/contracts';
import { asGroup, blank, completeOf, conditionKinds, isUnfinished, wholeAudience } from './edit-tree.js';

const site: AudiencePredicate = { is: 'group', in: ['site'] };

describe('an audience that is being built', () => {
  it('leaves out what waits for its choice, and groups with nothing in them', () => {
    const built: AudiencePredicate = {
      is: 'all',
      of: [
        site,
        blank('scheme'),
        { is: 'not', of: blank('tag') },
        { is: 'any', of: [blank('holds'), { is: 'not', of: site }] },
      ],
    };
    expect(completeOf(built)).toEqual({ is: 'all', of: [site, { is: 'any', of: [{ is: 'not', of: site }] }] });
    expect(isUnfinished(built)).toBe(true);
    expect(isUnfinished({ is: 'all', of: [site] })).toBe(false);
  });
  it('holds everybody while nothing is chosen', () => {
    for (const kind of conditionKinds) {
      expect(wholeAudience({ is: 'any', of: [blank(kind)] })).toEqual({ is: 'all', of: [] });
    }
  });
  it('keeps a condition whose dates or numbers are given on one side', () => {
    const since: AudiencePredicate = { is: 'days-since-start', atLeast: 0, atMost: null };
    expect(completeOf(since)).toEqual(since);
  });
  it('begins with a group, whatever was stored', () => {
    expect(asGroup(site)).toEqual({ is: 'all', of: [site] });
    expect(asGroup({ is: 'any', of: [site] })).toEqual({ is: 'any', of: [site] });
  });
});
