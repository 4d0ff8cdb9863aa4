import { describe, expect, it } from '@jest/globals';
import { diffVersions } from './diff-versions.js';
import { wordDiff } from './word-diff.js';

const activity = (lineageId: string, fields = {}, text: string | null = null) => ({
  lineageId,
  kind: 'page' as const,
  title: lineageId.toUpperCase(),
  fields,
  text,
});

describe('what changed between two versions', () => {
  it('names what came, went, moved and changed, in the new order with what went in its old place', () => {
    const before = {
      settings: { minutes: 30, validityMonths: 12 },
      activities: [activity('a'), activity('b', { minutes: 4 }), activity('c')],
    };
    const after = {
      settings: { minutes: 45, validityMonths: 12 },
      activities: [activity('d'), activity('c'), activity('b', { minutes: 5 })],
    };
    const diff = diffVersions(before, after);
    expect(diff.settings).toEqual([{ field: 'minutes', before: 30, after: 45 }]);
    expect(diff.activities.map(({ title, change, moved }) => [title, change, moved])).toEqual([
      ['A', 'removed', null],
      ['D', 'added', null],
      ['C', 'changed', { from: 2, to: 1 }],
      ['B', 'changed', null],
    ]);
    expect(diff.activities[3]?.fields).toEqual([{ field: 'minutes', before: 4, after: 5 }]);
  });

  it('shows which words of a page changed', () => {
    const before = 'Put the cones in the left lane before the taper begins.';
    const after = 'Put the signs and cones in the left lane before work begins.';
    expect(wordDiff(before, after)).toEqual([
      { is: 'same', text: 'Put the' },
      { is: 'added', text: 'signs and' },
      { is: 'same', text: 'cones in the left lane before' },
      { is: 'removed', text: 'the taper' },
      { is: 'added', text: 'work' },
      { is: 'same', text: 'begins.' },
    ]);
  });

  it('says of a page whose look alone changed that its words did not', () => {
    const of = (html: string) => ({ settings: {}, activities: [activity('a', { 'settings.html': html }, 'Rest')] });
    expect(diffVersions(of('<p>Rest</p>'), of('<h2>Rest</h2>')).activities[0]?.words).toEqual([]);
  });

  it('takes two long texts with nothing in common as new', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, n) => `${word}${n}`).join(' ');
    expect(wordDiff(long('a'), long('b')).map(({ is }) => is)).toEqual(['removed', 'added']);
  });
});
