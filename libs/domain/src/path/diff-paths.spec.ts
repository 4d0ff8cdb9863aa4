import { describe, expect, it } from '@jest/globals';
import { type ComparedStep, diffPaths } from './diff-paths.js';

const step = (key: string, stage = 'First day', fields: ComparedStep['fields'] = {}): ComparedStep => ({
  key,
  title: key,
  stage,
  fields: { day: 0, optional: false, ...fields },
});
const diff = (before: ComparedStep[], after: ComparedStep[]) =>
  diffPaths(
    { fields: { sequential: false }, steps: before },
    { fields: { sequential: false }, steps: after },
  ).steps.map((change) => `${change.what} ${change.step.key}`);

describe('what is different between two versions of a path', () => {
  it('is nothing when nothing is', () => {
    expect(diff([step('a'), step('b')], [step('a'), step('b')])).toEqual([]);
  });
  it('names what came and what went', () => {
    expect(diff([step('a'), step('b')], [step('b'), step('c')])).toEqual(['added c', 'removed a']);
  });
  it('says that one step moved, not that all others did', () => {
    expect(diff([step('a'), step('b'), step('c')], [step('c'), step('a'), step('b')])).toEqual(['moved c']);
    expect(diff([step('a'), step('b')], [step('a', 'Later'), step('b')])).toEqual(['moved a']);
  });
  it('names fields with what they were', () => {
    const { steps, fields } = diffPaths(
      { fields: { sequential: false }, steps: [step('a')] },
      { fields: { sequential: true }, steps: [{ ...step('a', 'First day', { day: 3 }), title: 'A' }] },
    );
    expect(fields).toEqual([{ field: 'sequential', before: false, after: true }]);
    expect(steps).toMatchObject([
      {
        what: 'changed',
        fields: [
          { field: 'title', before: 'a', after: 'A' },
          { field: 'day', before: 0, after: 3 },
        ],
      },
    ]);
  });
});
