import { describe, expect, it } from '@jest/globals';
import { actionInWords, fieldInWords, nounOf } from './action-words.js';

describe('actions in words', () => {
  it('reads as a sentence', () => {
    expect(actionInWords('course-version.publish')).toBe('Course version published');
    expect(actionInWords('person.set-apart')).toBe('Person kept apart from another');
    expect(actionInWords('demo.seed')).toBe('Demonstration filled in');
  });
  it('tells that an import was applied from that it is done', () => {
    expect([actionInWords('import.apply'), actionInWords('import.applied')]).toEqual([
      'Import applied',
      'Import finished',
    ]);
  });
  it('stays readable where a word has no text yet', () => {
    expect(actionInWords('wind-farm.turn-off')).toBe('Wind farm turn off');
    expect(nounOf('wind-farm')).toBe('Wind farm');
  });
  it('names fields without what programs add', () => {
    expect(['job_role', 'organisation_id', 'schemeIds', 'endsOn'].map(fieldInWords)).toEqual([
      'Job role',
      'Organisation',
      'Scheme',
      'Ends on',
    ]);
  });
});
