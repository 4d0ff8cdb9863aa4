import { describe, expect, it } from '@jest/globals';
import type { MyChecks } from '@lms/contracts';
import { deskPlacesOf } from './desk-places.js';
import { OWN, reachesFurther } from './places.js';

const checks = (given: Partial<MyChecks>): MyChecks => ({
  ...{ assesses: false, toAssess: 0, verifies: false, toCheck: 0, sends: false, sentBack: 0 },
  ...{ returned: [], notPassed: [] },
  ...given,
});
const nobody = { roles: [], hasReports: false };
const placesOf = (
  me: Parameters<typeof deskPlacesOf>[0],
  given?: MyChecks,
): { key: string; count?: number | undefined }[] => [
  ...OWN,
  ...(reachesFurther(me, given) ? deskPlacesOf(me, given) : []),
];
const keys = (...permissions: string[]) => placesOf({ ...nobody, permissions }).map((place) => place.key);

describe('places', () => {
  it('shows a learner Today, the catalogue, the own record and sessions', () => {
    expect(keys('self')).toEqual(['today', 'catalogue', 'record', 'sessions']);
  });

  it('shows assessors and verifiers what waits for them, and others no such place', () => {
    const of = (given: Partial<MyChecks>) =>
      placesOf({ ...nobody, permissions: ['self'] }, checks(given)).flatMap(({ key, count }) =>
        count === undefined ? [] : [`${key} ${count}`],
      );
    expect(of({})).toEqual([]);
    expect(of({ assesses: true })).toEqual(['assess 0']);
    expect(of({ assesses: true, toAssess: 3, verifies: true, toCheck: 2, sends: true, sentBack: 1 })).toEqual([
      'assess 3',
      'evidence 3',
    ]);
  });

  it('gives coordinators and line managers a place of their own', () => {
    const of = (more: Partial<Parameters<typeof placesOf>[0]>) =>
      placesOf({ ...nobody, permissions: ['self'], ...more }).map(({ key }) => key);
    expect(of({ roles: [{ role: 'coordinator', organisationName: 'Dunmarsh' }] })).toContain('crew');
    expect(of({ hasReports: true })).toEqual(['today', 'catalogue', 'record', 'sessions', 'team']);
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
      'sessions',
      'people',
      'schedules',
      'organisations',
      'courses',
      'library',
      'questions',
      'paths',
      'reviews',
    ]);
    expect(keys('self', 'mail.read')).toEqual(['today', 'catalogue', 'record', 'sessions', 'outbox']);
    const own = ['today', 'catalogue', 'record', 'sessions'];
    expect(keys('self', 'privacy.read')).toEqual([...own, 'privacy']);
    expect(keys('self', 'settings.write')).toEqual([...own, 'privacy', 'settings']);
    expect(keys('self', 'outcomes.write')).toEqual([...own, 'settings']);
  });
});
