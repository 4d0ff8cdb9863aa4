import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MIGRATIONS } from './migrations.js';

const number = (name: string): number => Number(/^\d+/.exec(name)?.[0]);

describe('the migrations', () => {
  it('are all the SQL there is, each once, in the order of their numbers', () => {
    const files = readdirSync(path.join(import.meta.dirname, 'sql')).toSorted((a, b) => number(a) - number(b));
    const named = readFileSync(path.join(import.meta.dirname, 'migrations.ts'), 'utf8').matchAll(/file = '([^']+)'/g);
    expect([...named].map(([, file]) => file)).toEqual(files);
    expect(MIGRATIONS.map(({ name }) => Number(name.slice(-3)))).toEqual(files.map(number));
  });
});
