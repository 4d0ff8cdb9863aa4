import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue } from '../ledger/canonical.js';
import { type ActivityChange, diffVersions, type VersionDiff } from './diff-versions.js';
import { movedBetween } from './moved.js';
import type { ActivityContent, VersionContent } from './version-content.js';
import { type WordRun, wordDiff } from './word-diff.js';

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('a', 'b'),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
  fc.record({ kind: fc.constantFrom('passed', 'score'), atLeast: fc.integer({ min: 0, max: 3 }) }),
);
const fields = fc.dictionary(fc.constantFrom('minutes', 'rule', 'file', 'settings.passMark'), value);
const words = fc.array(fc.constantFrom('keep', 'left', 'cones', 'lane', 'closed'), { maxLength: 12 });
const text = words.map((list) => list.join(' '));
const activity = (lineageId: string): fc.Arbitrary<ActivityContent> =>
  fc.record({
    lineageId: fc.constant(lineageId),
    kind: fc.constantFrom('page' as const, 'video' as const),
    title: fc.constantFrom('One', 'Two'),
    fields,
    text: fc.option(text, { nil: null }),
  });
const version: fc.Arbitrary<VersionContent> = fc.record({
  settings: fields,
  activities: fc
    .shuffledSubarray(['p', 'q', 'r', 's', 't'])
    .chain((ids) => fc.tuple(...ids.map(activity)))
    // A page's words are a field as well: its markup, which the diff sees changed whenever they do.
    .map((list) => list.map((one) => ({ ...one, fields: { ...one.fields, html: one.text } }))),
});

const patch = (known: Readonly<Record<string, JsonValue>>, changes: VersionDiff['settings']) => {
  const next = new Map(Object.entries(known));
  for (const { field, before, after } of changes) {
    expect(next.get(field)).toEqual(before);
    if (after === undefined) next.delete(field);
    else next.set(field, after);
  }
  return Object.fromEntries(next);
};
const side = (runs: readonly WordRun[], gone: 'added' | 'removed'): string =>
  runs
    .filter(({ is }) => is !== gone)
    .map((run) => run.text)
    .join(' ');

/** Does what the diff says to the old version. */
function apply({ settings, activities }: VersionContent, diff: VersionDiff, order: readonly string[]): VersionContent {
  const known = new Map(activities.map((one) => [one.lineageId, one]));
  for (const change of diff.activities) {
    const one = known.get(change.lineageId);
    const { title, kind, ...rest } = patch(
      one ? { title: one.title, kind: one.kind, ...one.fields } : {},
      change.fields,
    );
    known.delete(change.lineageId);
    if (change.change === 'removed') continue;
    known.set(change.lineageId, {
      lineageId: change.lineageId,
      title: String(title),
      kind: kind === 'page' ? 'page' : 'video',
      fields: rest,
      text: rest['html'] === null ? null : textAfter(one?.text ?? null, change),
    });
  }
  expect([...known.keys()].sort()).toEqual([...order].sort());
  return { settings: patch(settings, diff.settings), activities: order.flatMap((id) => known.get(id) ?? []) };
}
function textAfter(before: string | null, { words }: ActivityChange): string {
  if (words === null || words.length === 0) return before ?? '';
  expect(side(words, 'added')).toBe(before ?? '');
  return side(words, 'removed');
}

describe('what changed between two versions', () => {
  it('is nothing for the same version', () => {
    fc.assert(
      fc.property(version, (one) => {
        expect(diffVersions(one, structuredClone(one))).toEqual({ settings: [], activities: [] });
      }),
    );
  });

  it('is all of it: doing what it says to the old one makes the new one', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        const order = after.activities.map((one) => one.lineageId);
        expect(apply(before, diffVersions(before, after), order)).toEqual(after);
      }),
    );
  });

  it('calls the fewest moved, and the others keep their order', () => {
    const ids = ['p', 'q', 'r', 's', 't', 'u'];
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), fc.shuffledSubarray(ids), (before, after) => {
        const moved = movedBetween(before, after);
        const stays = (list: string[], other: string[]) => list.filter((key) => other.includes(key) && !moved.has(key));
        expect(stays(after, before)).toEqual(stays(before, after));
      }),
    );
    expect([...movedBetween(['p', 'q', 'r', 's'], ['s', 'p', 'q', 'r'])]).toEqual(['s']);
    expect([...movedBetween(['p', 'q'], ['q', 'x', 'p'])]).toHaveLength(1);
  });

  it('tells words that came from words that went, and is empty for equal texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        if (before === after) {
          expect(runs).toEqual([]);
          return;
        }
        expect(side(runs, 'added')).toBe(before);
        expect(side(runs, 'removed')).toBe(after);
      }),
    );
  });
});
