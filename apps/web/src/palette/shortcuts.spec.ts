import { describe, expect, it } from '@jest/globals';
import { paths } from '@lms/web-platform';
import { meantBy } from './shortcuts.js';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
});
const idle = { typing: false, after: null, single: true };

describe('what a key means', () => {
  it('opens the palette from everywhere, also out of a field', () => {
    expect(meantBy(press('k', { ctrlKey: true }), { ...idle, typing: true })).toBe('palette');
    expect(meantBy(press('K', { metaKey: true }), { ...idle, single: false })).toBe('palette');
    expect(meantBy(press('k', { ctrlKey: true, altKey: true }), idle)).toBeNull();
    expect(meantBy(press('s', { ctrlKey: true }), idle)).toBeNull();
  });
  it('leads to places after g', () => {
    expect(meantBy(press('g'), idle)).toBe('g');
    expect(meantBy(press('m'), { ...idle, after: 'g' })).toEqual({ go: paths.matrix });
    expect(meantBy(press('m'), idle)).toBeNull();
    expect(meantBy(press('x'), { ...idle, after: 'g' })).toBeNull();
  });
  it('leaves single keys to fields, and to whoever turned them off', () => {
    for (const context of [
      { ...idle, typing: true },
      { ...idle, single: false },
    ])
      expect(['?', '/', 'g'].map((key) => meantBy(press(key), context))).toEqual([null, null, null]);
    expect(['?', '/'].map((key) => meantBy(press(key), idle))).toEqual(['help', 'search']);
  });
});
