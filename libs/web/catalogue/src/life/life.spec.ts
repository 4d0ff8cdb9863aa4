import { describe, expect, it } from '@jest/globals';
import { courseVersion } from '../testing/fixtures.js';
import { actionsOn, type LifeRights } from './life.js';

const rights = (facts: Partial<LifeRights> = {}): LifeRights => ({ write: true, approve: true, mine: false, ...facts });
const draft = courseVersion(1);
const review = courseVersion(1, { state: 'in-review' });

describe('the next step of a version', () => {
  it.each([
    ['a mandatory draft', draft, rights(), true, ['ask']],
    ['a draft that is not mandatory', draft, rights({ approve: false }), false, ['publish', 'ask']],
    ['a review, for the second person', review, rights(), true, ['approve', 'return']],
    ['a review, for whoever asked', review, rights({ mine: true }), true, ['takeBack']],
    ['a review, for another author', review, rights({ approve: false }), true, ['return']],
    ['a review that needs no second person', review, rights({ mine: true }), false, ['publish', 'takeBack']],
    ['a published version', courseVersion(1, { state: 'published' }), rights(), true, ['newVersion', 'retire']],
    ['a retired version', courseVersion(1, { state: 'retired' }), rights(), true, ['newVersion']],
    ['anything, for a reader', draft, rights({ write: false }), true, []],
  ])('%s', (_name, version, given, twoPeople, actions) => {
    expect(actionsOn(version, given, twoPeople)).toEqual(actions);
  });
});
