import { describe, expect, it } from '@jest/globals';
import { matchesAudience, type Audience, type EngagementFacts } from './audience.js';

const driver: EngagementFacts = { organisationId: 'o1', organisationKind: 'supplier', employmentGroup: 'driver' };

describe('matchesAudience', () => {
  it.each<[string, Audience, boolean]>([
    ['everybody', {}, true],
    ['empty lists are everybody', { organisationKinds: [], employmentGroups: [], organisationIds: [] }, true],
    ['one of several', { employmentGroups: ['site', 'driver'] }, true],
    ['another group', { employmentGroups: ['office'] }, false],
    [
      'all that is given',
      { organisationKinds: ['supplier'], employmentGroups: ['driver'], organisationIds: ['o1'] },
      true,
    ],
    [
      'all but the kind',
      { organisationKinds: ['client'], employmentGroups: ['driver'], organisationIds: ['o1'] },
      false,
    ],
    ['all but the organisation', { organisationKinds: ['supplier'], organisationIds: ['o2'] }, false],
  ])('%s', (_name, audience, expected) => {
    expect(matchesAudience(audience, driver)).toBe(expected);
    expect(matchesAudience(JSON.parse(JSON.stringify(audience)) as Audience, driver)).toBe(expected);
  });
});
