import { describe, expect, it } from '@jest/globals';
import { orderTables } from './order-tables.js';

describe('orderTables', () => {
  it('puts what is needed first, and otherwise goes by name', () => {
    const references = [
      { table: 'a', needs: 'c' },
      { table: 'c', needs: 'd' },
    ];
    expect(orderTables(['a', 'b', 'c', 'd'], references)).toEqual(['b', 'd', 'c', 'a']);
  });
  it('lets a table refer to itself, and to one that is left out', () => {
    const references = [
      { table: 'a', needs: 'a' },
      { table: 'a', needs: 'elsewhere' },
    ];
    expect(orderTables(['a'], references)).toEqual(['a']);
  });
  it('refuses a circle', () => {
    const references = [
      { table: 'a', needs: 'b' },
      { table: 'b', needs: 'a' },
    ];
    expect(() => orderTables(['a', 'b'], references)).toThrow('need each other: a, b');
  });
});
