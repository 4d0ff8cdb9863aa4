import { describe, expect, it } from '@jest/globals';
import { schemaDifferences } from './schema-differences.js';

const column = { table: 'person', column: 'name', type: 'text', nullable: false };
const kept = { ...column, filled: false };

describe('schemaDifferences', () => {
  it('says nothing when both agree', () => {
    expect(schemaDifferences([column], [kept])).toEqual([]);
  });
  it('names a column that is not there', () => {
    expect(schemaDifferences([column], [])).toEqual(['person.name is not in the database.']);
  });
  it('names another type and another emptiness', () => {
    expect(schemaDifferences([column], [{ ...kept, type: 'text[]', nullable: true }])).toEqual([
      'person.name is text[] in the database, not text.',
      'person.name may be empty in the database, unlike in the program.',
    ]);
  });
  it('minds an unknown column only when rows cannot do without it', () => {
    const others = [
      { ...kept, column: 'must' },
      { ...kept, column: 'may', nullable: true },
      { ...kept, column: 'has', filled: true },
      { ...kept, table: 'elsewhere' },
    ];
    expect(schemaDifferences([column], [kept, ...others])).toEqual([
      'person.must must be given in the database, and the program does not know it.',
    ]);
  });
});
