import { describe, expect, it } from '@jest/globals';
import { type Branch, inOrder, named, pruned, treeOf } from './organisation-tree.js';

const organisation = (id: string, parentId: string | null, name = id) => ({ id, name, shortName: name, parentId });
const shape = (nodes: Branch<{ id: string }>[]): unknown[] =>
  nodes.map(({ organisation: { id }, below }) => (below.length ? [id, shape(below)] : id));

const all = [
  organisation('Zeta', null),
  organisation('Larkstone', 'Dunmarsh'),
  organisation('Dunmarsh', null),
  organisation('Abbey', 'Larkstone'),
  organisation('Bryn', 'Dunmarsh'),
];

describe('the tree of organisations', () => {
  it('branches off the parent, by name', () => {
    expect(shape(treeOf(all))).toEqual([['Dunmarsh', ['Bryn', ['Larkstone', ['Abbey']]]], 'Zeta']);
  });

  it('is read from top to bottom', () => {
    const ids = inOrder(treeOf(all)).map(({ id }) => id);
    expect(ids).toEqual(['Dunmarsh', 'Bryn', 'Larkstone', 'Abbey', 'Zeta']);
  });

  it('keeps one whose parent is not seen', () => {
    expect(shape(treeOf([organisation('Larkstone', 'Dunmarsh')]))).toEqual(['Larkstone']);
  });

  it('shows a match with what is above it and without the rest', () => {
    expect(shape(pruned(treeOf(all), named('abb')))).toEqual([['Dunmarsh', [['Larkstone', ['Abbey']]]]]);
    expect(named('dvorak')(organisation('1', null, 'Dvořák Stavby'))).toBe(true);
    expect(named('dvorak rail')(organisation('1', null, 'Dvořák Stavby'))).toBe(false);
  });
});
