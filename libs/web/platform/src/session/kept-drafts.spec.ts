import { beforeEach, describe, expect, it } from '@jest/globals';
import { clearKeptDrafts, keepDraftsOf } from './kept-drafts.js';

beforeEach(() => localStorage.clear());

describe('what was typed on a device', () => {
  it('goes when its owner signs out, and nothing else does', () => {
    localStorage.setItem('waymark.draft.course', '{}');
    localStorage.setItem('waymark.colour-scheme', 'dark');
    clearKeptDrafts();
    expect(Object.keys(localStorage)).toEqual(['waymark.colour-scheme']);
  });

  it('waits for its owner when a session has ended, and for nobody else', () => {
    keepDraftsOf('aisha');
    localStorage.setItem('waymark.draft.course', '{}');
    keepDraftsOf('aisha');
    expect(localStorage.getItem('waymark.draft.course')).toBe('{}');
    keepDraftsOf('daniel');
    expect(localStorage.getItem('waymark.draft.course')).toBeNull();
  });
});
