import { describe, expect, it } from '@jest/globals';
import type { MyChecks } from '@lms/contracts';
import { placesOf } from './places.js';

const checks = (given: Partial<MyChecks>): MyChecks => ({
  ...{ assesses: false, toAssess: 0, verifies: false, toCheck: 0, sends: false, sentBack: 0 },
  ...{ returned: [], notPassed: [] },
  ...given,
});
const keys = (...permissions: string[]) => placesOf({ permissions }).map((place) => place.key);

describe('places', () => {
  it('shows a learner Today, the catalogue and the own record', () => {
    expect(keys('self')).toEqual(['today', 'catalogue', 'record']);
  });

  it('shows assessors and verifiers what waits for them, and others no such place', () => {
    const of = (given: Partial<MyChecks>) =>
      placesOf({ permissions: ['self'] }, checks(given)).flatMap(({ key, count }) =>
        count === undefined ? [] : [`${key} ${count}`],
      );
    expect(of({})).toEqual([]);
    expect(of({ assesses: true })).toEqual(['assess 0']);
    expect(of({ assesses: true, toAssess: 3, verifies: true, toCheck: 2, sends: true, sentBack: 1 })).toEqual([
      'assess 3',
      'evidence 3',
    ]);
  });

  it('adds what a role opens, and nothing else', () => {
    expect(
      keys(
        'self',
        'people.read',
        'people.write',
        'organisations.write',
        'courses.write',
        'courses.approve',
        'paths.write',
      ),
    ).toEqual([
      'today',
      'catalogue',
      'record',
      'people',
      'organisations',
      'courses',
      'library',
      'questions',
      'paths',
      'reviews',
    ]);
    expect(keys('self', 'mail.read')).toEqual(['today', 'catalogue', 'record', 'outbox']);
    for (const permission of ['privacy.read', 'settings.write'])
      expect(keys('self', permission)).toEqual(['today', 'catalogue', 'record', 'privacy']);
  });
});
