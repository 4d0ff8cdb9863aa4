import { describe, expect, it } from '@jest/globals';
import { groupedPlaces } from './grouped-places.js';
import type { Place } from './place.js';

const place = (label: string, group?: string): Place => ({ to: `/${label}`, label, icon: 'today', group });

describe('places under headings', () => {
  it('keeps the order and puts neighbours together', () => {
    const groups = groupedPlaces([
      place('today'),
      place('record'),
      place('people', 'People'),
      place('rules', 'Learning'),
    ]);
    expect(groups.map(({ heading, places }) => [heading, ...places.map(({ label }) => label)])).toEqual([
      [undefined, 'today', 'record'],
      ['People', 'people'],
      ['Learning', 'rules'],
    ]);
  });
  it('has no group without a place', () => expect(groupedPlaces([])).toEqual([]));
});
