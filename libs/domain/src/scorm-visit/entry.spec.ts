import { describe, expect, it } from '@jest/globals';
import { ENDED_NOTE, entryOf } from './entry.js';

describe('entryOf', () => {
  it('begins where nothing but the player’s own notes is kept', () => {
    expect(entryOf('scorm12', {})).toBe('ab-initio');
    expect(entryOf('scorm2004', { 'cmi.suspend_data': '' })).toBe('ab-initio');
    expect(entryOf('scorm2004', { 'waymark.at': 'item-2', [ENDED_NOTE]: '' })).toBe('ab-initio');
  });

  it.each(['scorm12', 'scorm2004'] as const)('resumes a %s visit that was cut off, whatever it had set', (standard) => {
    const exit = standard === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit';
    expect(entryOf(standard, { 'cmi.suspend_data': 's', [exit]: 'normal' })).toBe('resume');
    expect(entryOf(standard, { 'cmi.suspend_data': 's', [exit]: 'normal', [ENDED_NOTE]: '' })).toBe('resume');
  });

  it.each([
    ['suspend', 'resume'],
    ['', ''],
    ['logout', ''],
    ['time-out', ''],
    [undefined, ''],
  ])('SCORM 1.2 that left with %s', (exit, expected) => {
    const elements = {
      'cmi.suspend_data': 's',
      [ENDED_NOTE]: 'true',
      ...(exit !== undefined && { 'cmi.core.exit': exit }),
    };
    expect(entryOf('scorm12', elements)).toBe(expected);
  });

  it.each([
    ['suspend', 'resume'],
    ['logout', 'resume'],
    ['', 'resume'],
    [undefined, 'resume'],
    ['normal', 'ab-initio'],
    ['time-out', 'ab-initio'],
  ])('SCORM 2004 that left with %s', (exit, expected) => {
    const elements = { 'cmi.location': 'p', [ENDED_NOTE]: 'true', ...(exit !== undefined && { 'cmi.exit': exit }) };
    expect(entryOf('scorm2004', elements)).toBe(expected);
  });
});
