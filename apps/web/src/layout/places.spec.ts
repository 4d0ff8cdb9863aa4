import { describe, expect, it } from '@jest/globals';
import { placesOf } from './places.js';

const keys = (...permissions: string[]) => placesOf({ permissions }).map((place) => place.key);

describe('places', () => {
  it('shows a learner Today and the own record', () => {
    expect(keys('self')).toEqual(['today', 'record']);
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
    ).toEqual(['today', 'record', 'people', 'organisations', 'courses', 'paths', 'reviews']);
    expect(keys('self', 'mail.read')).toEqual(['today', 'record', 'outbox']);
  });
});
