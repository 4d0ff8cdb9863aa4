import { describe, expect, it } from '@jest/globals';
import { readFrameMessage } from './read-frame-message.js';

const entry = { seq: 3, sco: 'main', at: '2026-11-23T10:00:00.000Z', set: { 'cmi.location': 'p' } };

describe('readFrameMessage', () => {
  it('copies only what the contract knows, in the order of the frame', () => {
    const forged = { type: 'entry', entry: { ...entry, covered: [[0, 9]], more: 1 }, launchId: 'other' };
    expect(JSON.stringify(readFrameMessage(forged))).toBe(JSON.stringify({ type: 'entry', entry }));
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['an unknown kind', { type: 'sign-out' }],
    ['another version', { type: 'ready', version: 2, leftovers: [] }],
    ['a number that is none', { type: 'entry', entry: { ...entry, seq: 1.5 } }],
    ['a number from nothing', { type: 'entry', entry: { ...entry, seq: 0 } }],
    ['a value that is no text', { type: 'entry', entry: { ...entry, set: { 'cmi.location': 4 } } }],
    ['a value too long', { type: 'entry', entry: { ...entry, set: { 'cmi.suspend_data': 'x'.repeat(70_001) } } }],
    ['an element too long', { type: 'entry', entry: { ...entry, set: { ['x'.repeat(256)]: '' } } }],
    ['a time that is none', { type: 'entry', entry: { ...entry, at: 'soon' } }],
    ['another reason', { type: 'failed', reason: '<b>' }],
  ])('takes no notice of %s', (_name, message) => {
    expect(readFrameMessage(message)).toBeNull();
  });

  it('keeps the good leftovers beside the bad ones', () => {
    const good = { launchId: 'a-1', commitToken: 't', entries: [entry, { seq: -1 }] };
    const bad = { launchId: '../../me', commitToken: 't', entries: [entry] };
    expect(readFrameMessage({ type: 'ready', version: 1, leftovers: [bad, good, 7] })).toEqual({
      type: 'ready',
      version: 1,
      leftovers: [{ launchId: 'a-1', commitToken: 't', entries: [entry], calls: [] }],
    });
  });
});
