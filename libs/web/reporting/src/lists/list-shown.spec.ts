import { describe, expect, it } from '@jest/globals';
import { isScheduled, listShown } from './list-shown.js';

describe('where a list is shown', () => {
  it.each([
    ['people', { q: 'mar', status: 'current' }, '/people', 'q=mar&status=current'],
    ['crew', { organisationId: '7', show: 'late' }, '/crew', 'organisation=7&show=late'],
    ['equivalences', { courseId: '7' }, '/equivalences', 'course=7'],
    ['cards', { people: '7,8', organisationId: '9' }, '/people/cards', 'person=7%2C8&organisationId=9'],
    ['evidence-sent', { q: 'card' }, '/evidence', 'list=sent&q=card'],
    ['requests', {}, '/requests', 'show=asked'],
    ['decisions', {}, '/requests', ''],
    ['path-progress', { pathId: '7', state: 'overdue' }, '/paths/7/progress', 'state=overdue'],
    ['legal-holds', {}, '/data-protection/holds', ''],
  ] as const)('%s', (list, filters, pathname, search) => {
    expect(listShown(list, filters)).toEqual({ pathname, search });
  });

  it('is known for what can be scheduled, which a pack and what is not there cannot', () => {
    expect(['roles', 'audit-pack', 'toString', null].map(isScheduled)).toEqual([true, false, false, false]);
  });
});
