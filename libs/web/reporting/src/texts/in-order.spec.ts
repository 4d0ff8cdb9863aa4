import { describe, expect, it } from '@jest/globals';
import { reportingTexts } from '../texts.js';
import { overviewTexts } from './overview.js';

describe('who is in order', () => {
  it.each([reportingTexts, overviewTexts])('is counted in people, and one of them is a person', (texts) => {
    expect(texts.t('inOrder', { inOrder: '0', count: 1 })).toBe('0 of 1 person');
    expect(texts.t('inOrder', { inOrder: '1,408', count: 1725 })).toBe('1,408 of 1,725 people');
  });
});
