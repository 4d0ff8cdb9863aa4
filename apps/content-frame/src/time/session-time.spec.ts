import { beforeEach, describe, expect, it } from '@jest/globals';
import { AwakeClock } from './awake-clock.js';
import { sessionTime } from './session-time.js';

const minute = 60_000;
const hour = 60 * minute;
let monotonic: number;
let wall: number;
let clock: AwakeClock;

/** Time goes by with the device awake: a beat every minute. */
function live(ms: number): void {
  for (let left = ms; left > 0; left -= minute) {
    monotonic += Math.min(left, minute);
    wall += Math.min(left, minute);
    clock.beat();
  }
}

beforeEach(() => {
  monotonic = 1000;
  wall = Date.parse('2026-10-24T20:00:00Z');
  clock = new AwakeClock(
    () => monotonic,
    () => wall,
  );
});

describe('AwakeClock', () => {
  it('counts what it lives through', () => {
    live(10 * minute);
    expect([clock.awake(), clock.skipped()]).toEqual([10 * minute, 0]);
  });

  it.each([
    ['stands still', 0],
    ['runs on', 24 * hour],
  ])('does not count a day asleep, if the monotonic clock %s meanwhile', (_how, ran) => {
    live(5 * minute);
    monotonic += ran;
    wall += 24 * hour;
    live(5 * minute);
    expect(clock.awake()).toBeLessThanOrEqual(12 * minute);
    expect(clock.awake()).toBeGreaterThanOrEqual(10 * minute);
    expect(clock.skipped()).toBeGreaterThan(23 * hour);
  });

  it.each([
    ['forward', 3 * 24 * hour],
    ['back', -3 * 24 * hour],
  ])('does not follow a clock that is put %s', (_way, ms) => {
    live(minute);
    wall += ms;
    live(minute);
    expect(clock.awake()).toBe(2 * minute);
  });

  it('is never less than nothing', () => {
    monotonic -= hour;
    expect(clock.awake()).toBe(0);
  });
});

describe('sessionTime', () => {
  it('is the content’s word as it wrote it', () => {
    live(minute);
    expect(sessionTime('scorm12', '01:00:00', 0, clock)).toBe('01:00:00');
    expect(sessionTime('scorm2004', 'PT1H5M', 0, clock)).toBe('PT1H5M');
  });

  it('is our measure when the content says nothing', () => {
    live(61 * minute);
    expect(sessionTime('scorm12', null, 0, clock)).toBe('0001:01:00.00');
    expect(sessionTime('scorm2004', null, 0, clock)).toBe('PT1H1M');
  });

  it('adds the earlier visits of the launch', () => {
    live(minute);
    expect(sessionTime('scorm12', '00:02:00', 6000, clock)).toBe('0000:03:00.00');
    expect(sessionTime('scorm2004', null, 100, clock)).toBe('PT1M1S');
  });

  it('takes the sleep out of what the content’s own clock counted', () => {
    live(5 * minute);
    wall += 24 * hour;
    live(5 * minute);
    expect(sessionTime('scorm2004', 'PT24H10M', 0, clock)).toBe('PT10M');
  });

  it('leaves a short session alone although the device slept', () => {
    live(5 * minute);
    wall += 24 * hour;
    expect(sessionTime('scorm12', '00:05:00', 0, clock)).toBe('00:05:00');
  });
});
