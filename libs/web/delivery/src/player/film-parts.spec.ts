import { describe, expect, it } from '@jest/globals';
import { clock } from './clock.js';
import { filmParts, firstSkipped } from './film-parts.js';

describe('the bar of a film', () => {
  it('shows what was played and what was jumped over, and leaves what is ahead', () => {
    expect(
      filmParts(
        [
          [10, 20],
          [30, 500],
        ],
        400,
      ),
    ).toEqual([
      { state: 'skipped', from: 0, to: 10 },
      { state: 'covered', from: 10, to: 20 },
      { state: 'skipped', from: 20, to: 30 },
      { state: 'covered', from: 30, to: 400 },
    ]);
    expect(filmParts([], 400)).toEqual([]);
  });

  it('offers the first gap that is worth going back to', () => {
    expect(firstSkipped(filmParts([[1, 100]], 100))).toBeNull();
    expect(
      firstSkipped(
        filmParts(
          [
            [0, 5],
            [9, 20],
          ],
          100,
        ),
      ),
    ).toMatchObject({ from: 5, to: 9 });
  });

  it('writes times as people read them', () => {
    expect([clock(0), clock(65.9), clock(500)]).toEqual(['0:00', '1:05', '8:20']);
  });
});
