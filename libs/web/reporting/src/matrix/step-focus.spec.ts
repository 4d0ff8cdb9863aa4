import { describe, expect, it } from '@jest/globals';
import type { MatrixGroup, MatrixRow } from '@lms/contracts';
import { gridItems } from './grid-items.js';
import { stepFocus } from './step-focus.js';

const row = (groupId: string, personId: string): MatrixRow => ({
  ...{ groupId, personId, name: personId, organisationName: groupId, jobRole: '', cells: {} },
});
const group = (id: string): MatrixGroup => ({ id, label: id, under: null, people: 2, inOrder: 2, toAct: {} });
const items = gridItems([row('a', '1'), row('a', '2'), row('b', '3')], [group('a'), group('b')]);
const press = (key: string, from = { item: 2, column: 1 }, ctrlKey = false) =>
  stepFocus(from, { key, ctrlKey }, items, 4);

describe('the grid', () => {
  it('puts a line before each group', () => {
    expect(items.map((item) => (item.kind === 'group' ? item.group.id : item.row.personId))).toEqual([
      ...['a', '1', '2', 'b', '3'],
    ]);
  });

  it('goes from cell to cell, over the lines of groups, and stays inside', () => {
    expect(press('ArrowDown')).toEqual({ item: 4, column: 1 });
    expect(press('ArrowUp')).toEqual({ item: 1, column: 1 });
    expect(press('ArrowUp', { item: 1, column: 1 })).toEqual({ item: 1, column: 1 });
    expect(press('ArrowDown', { item: 4, column: 1 })).toEqual({ item: 4, column: 1 });
    expect(press('ArrowRight', { item: 2, column: 4 })).toEqual({ item: 2, column: 4 });
    expect(press('ArrowLeft', { item: 2, column: 0 })).toEqual({ item: 2, column: 0 });
    expect(press('PageDown')).toEqual({ item: 4, column: 1 });
    expect(press('End')).toEqual({ item: 2, column: 4 });
    expect(press('Home', { item: 4, column: 3 }, true)).toEqual({ item: 1, column: 0 });
    expect(press('End', { item: 1, column: 0 }, true)).toEqual({ item: 4, column: 4 });
    expect(press('a')).toBeNull();
  });
});
