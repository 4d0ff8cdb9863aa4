import { describe, expect, it } from '@jest/globals';
import type { Coverage, MediaEvent } from './coverage-tracker.js';
import { CoverageTracker } from './coverage-tracker.js';

/** Plays from `from` to `to` in quarter seconds, as browsers report it; answers what was reported on the way. */
function play(tracker: CoverageTracker, from: number, to: number, startAt: number, rate = 1): Coverage[] {
  const reports: (Coverage | null)[] = [tracker.take({ type: 'playing', time: from, at: startAt })];
  for (let time = from; time <= to + 1e-9; time += 0.25) {
    reports.push(tracker.take({ type: 'timeupdate', time, at: startAt + ((time - from) / rate) * 1000 }));
  }
  return reports.filter((report) => report !== null);
}
const event = (type: 'pause' | 'ended' | 'seeking' | 'leave', time: number, at: number): MediaEvent => ({
  type,
  time,
  at,
});

describe('CoverageTracker', () => {
  it('counts a second only when all of it was played', () => {
    const tracker = new CoverageTracker();
    play(tracker, 2.5, 6.75, 0);
    expect(tracker.take(event('pause', 6.75, 4250))).toEqual({ covered: [[3, 6]], position: 6.75 });
  });

  it('reports every ten seconds, and only what is new', () => {
    const tracker = new CoverageTracker();
    const reports = play(tracker, 0, 25, 0);
    expect(reports.map((report) => report.covered)).toEqual([[[0, 10]], [[10, 20]]]);
    expect(tracker.take(event('leave', 25, 25_000))?.covered).toEqual([[20, 25]]);
    expect(tracker.take(event('pause', 25, 25_001))).toBeNull();
  });

  it('counts nothing of a jump', () => {
    const tracker = new CoverageTracker();
    play(tracker, 0, 3, 0);
    tracker.take(event('seeking', 50, 3100));
    play(tracker, 50, 52, 3200);
    tracker.take(event('pause', 52, 5300));
    expect(tracker.covered).toEqual([
      [0, 3],
      [50, 52],
    ]);
  });

  it('counts nothing when the position is pushed on faster than time goes by', () => {
    const tracker = new CoverageTracker();
    tracker.take({ type: 'playing', time: 0, at: 0 });
    for (let time = 2; time <= 60; time += 2) tracker.take({ type: 'timeupdate', time, at: time * 10 });
    tracker.take(event('pause', 60, 700));
    expect(tracker.covered).toEqual([]);
  });

  it('knows that twice the speed covers twice the seconds', () => {
    const tracker = new CoverageTracker();
    tracker.take({ type: 'ratechange', time: 0, at: 0, rate: 2 });
    tracker.take({ type: 'playing', time: 0, at: 0 });
    for (let at = 1000; at <= 5000; at += 1000) tracker.take({ type: 'timeupdate', time: at / 500, at });
    expect(tracker.covered).toEqual([[0, 10]]);
  });

  it('does not report again what an earlier visit covered, but keeps the position', () => {
    const tracker = new CoverageTracker([[0, 5]]);
    play(tracker, 0, 4, 0);
    expect(tracker.take(event('pause', 4, 4000))).toEqual({ covered: [], position: 4 });
    expect(tracker.covered).toEqual([[0, 5]]);
  });

  it('counts the last, unfinished second at the end', () => {
    const tracker = new CoverageTracker([], 0, 8.4);
    play(tracker, 5, 8.25, 0);
    expect(tracker.take(event('ended', 8.4, 3400))?.covered).toEqual([[5, 9]]);
  });
});
