import { describe, expect, it } from '@jest/globals';
import { engagement } from '../testing/fixtures.js';
import { mainEngagement } from './main-engagement.js';

const today = '2026-11-23';
const past = { ...engagement, id: 'past', startsOn: '2020-01-01', endsOn: '2024-06-30' };
const older = { ...engagement, id: 'older', startsOn: '2015-01-01', endsOn: '2019-12-31' };
const current = { ...engagement, id: 'current', startsOn: '2024-07-01', endsOn: today };
const soon = { ...engagement, id: 'soon', startsOn: '2026-11-30', endsOn: null };
const later = { ...engagement, id: 'later', startsOn: '2027-02-01', endsOn: null };

describe('mainEngagement', () => {
  it.each([
    ['a current one, its last day included', [soon, past, current], 'current'],
    ['the next to come', [past, later, soon], 'soon'],
    ['the last that was', [older, past], 'past'],
    ['none', [], undefined],
  ])('takes %s', (_what, engagements, expected) => {
    expect(mainEngagement(engagements, today)?.id).toBe(expected);
  });
});
