import { describe, expect, it } from '@jest/globals';
import { shownOrganisations } from './shown-organisations.js';

const tree = (text: string) => text.split(' ').map((name) => ({ id: name, name, depth: name.length - 1 }));

describe('the organisations to switch between', () => {
  it('are all of a few, and of many those around the chosen one', () => {
    const few = tree('a bb c');
    expect(shownOrganisations(few, 'c')).toEqual(few);
    const many = tree('a bb c dd eee ff g h i jj');
    const ids = (chosen: string) => shownOrganisations(many, chosen).map(({ id }) => id);
    expect(ids('eee')).toEqual(['c', 'dd', 'eee', 'ff']);
    expect(ids('c')).toEqual(['c', 'dd', 'eee', 'ff']);
    expect(ids('jj')).toEqual(['i', 'jj']);
    expect(ids('h')).toEqual(['h']);
    expect(ids('elsewhere')).toEqual([]);
  });
});
