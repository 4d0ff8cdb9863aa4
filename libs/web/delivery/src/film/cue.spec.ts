import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cueAt, piecesOf, plainText, type Cue } from './cue.js';

const cues: Cue[] = [
  { from: 1, to: 3, text: 'Cones first' },
  { from: 4, to: 6, text: 'then signs' },
  { from: 6, to: 9, text: 'then the lane' },
];

describe('a transcript', () => {
  it.each([
    [0, -1],
    [1, 0],
    [3.5, 0],
    [6, 2],
    [100, 2],
  ])('at %d seconds stands at its caption %d', (seconds, place) => {
    expect(cueAt(cues, seconds)).toBe(place);
  });

  it('reads what was written for a narrow picture', () => {
    expect(plainText('<v Helen>Stop\n  and <b>look</b></v>')).toBe('Stop and look');
  });

  it('marks what is searched, whatever its case and its signs', () => {
    expect(piecesOf('Stop. STOP (now)', 'stop')).toEqual([
      { text: 'Stop', found: true },
      { text: '. ', found: false },
      { text: 'STOP', found: true },
      { text: ' (now)', found: false },
    ]);
    expect(piecesOf('a (b) c', '(b)')).toContainEqual({ text: '(b)', found: true });
  });

  it('loses no letter by being searched', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, search) => {
        expect(
          piecesOf(text, search)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
