import { describe, expect, it } from '@jest/globals';
import { firstCaptions } from './use-captions.js';

const captions = ['cy', 'en', 'pl'].map((language) => ({ language, label: language, path: '/' }));

describe('captions at first', () => {
  it.each([
    [null, 'en'],
    ['cy', 'cy'],
    ['ro', 'en'],
    ['off', null],
  ])('after %s was chosen: %s', (last, first) => {
    expect(firstCaptions(captions, last, ['fr-FR', 'en-GB'])).toBe(first);
    expect(firstCaptions([], last, ['en-GB'])).toBeNull();
  });

  it('are the film’s first where nothing fits', () => {
    expect(firstCaptions(captions, null, ['fr'])).toBe('cy');
  });
});
