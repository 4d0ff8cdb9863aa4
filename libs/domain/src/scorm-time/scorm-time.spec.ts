import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration, parseSessionTime } from './duration.js';
import { addHundredths, MAX_HUNDREDTHS } from './hundredths.js';
import { formatTimespan, parseTimespan } from './timespan.js';

const time = fc.integer({ min: 0, max: 9999 * 360_000 });

describe('SCORM 1.2 time', () => {
  it.each([
    ['0000:00:00.00', 0],
    ['00:00:01', 100],
    ['00:00:01.5', 150],
    ['00:00:01.05', 105],
    ['00:00:01.999', 199],
    ['01:02:03.04', 372_304],
    ['9999:59:59.99', 3_599_999_999],
    [' 0:1:5 ', 6500],
    ['00:00:90', 9000],
    ['00:00:1.', 100],
    ['1:30', 0],
    ['PT1S', 0],
    ['-1:00:00', 0],
    ['::', 0],
    ['', 0],
    ['NaN:NaN:NaN', 0],
  ])('reads %p', (text, expected) => {
    expect(parseTimespan(text)).toBe(expected);
  });
  it('is read as it is written', () => {
    fc.assert(
      fc.property(time, (t) => {
        expect(formatTimespan(t)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
        expect(parseTimespan(formatTimespan(t))).toBe(t);
      }),
      { numRuns: 2000 },
    );
    expect(formatTimespan(MAX_HUNDREDTHS)).toBe('9999:59:59.99');
    expect(formatTimespan(-5)).toBe('0000:00:00.00');
  });
});

describe('SCORM 2004 time', () => {
  it.each([
    ['PT0S', 0],
    ['PT1H5M3.5S', 390_350],
    ['PT2.3S', 230],
    ['PT0.29S', 29],
    ['PT90M', 540_000],
    ['P1DT1S', 8_640_100],
    ['P1Y2M3DT4H5M6.78S', (365 + 60 + 3) * 8_640_000 + 4 * 360_000 + 5 * 6000 + 678],
    ['P2W', 14 * 8_640_000],
    ['pt1,5s', 150],
    ['PT1.999S', 199],
    ['PT.5S', 0],
    ['P', 0],
    ['PT', 0],
    ['-PT5S', 0],
    ['1H', 0],
    ['', 0],
    ['00:00:05', 0],
  ])('reads %p', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
  it('is read as it is written', () => {
    fc.assert(
      fc.property(time, (t) => {
        expect(formatDuration(t)).toMatch(/^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/);
        expect(parseDuration(formatDuration(t))).toBe(t);
      }),
      { numRuns: 2000 },
    );
    expect(formatDuration(9_720_000)).toBe('PT27H');
    expect(formatDuration(0)).toBe('PT0S');
  });
});

describe('any time', () => {
  it('is read in either form', () => {
    expect(parseSessionTime('00:01:00.00')).toBe(6000);
    expect(parseSessionTime('PT1M')).toBe(6000);
    expect(parseSessionTime('a minute')).toBe(0);
  });
  it('is whole and within bounds, whatever the text', () => {
    const near = fc.stringMatching(/^P?[0-9]{0,9}[YMWDTHS:.,]{0,3}[0-9]{0,9}[HMS]?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        const t = parseSessionTime(text);
        expect(Number.isInteger(t) && t >= 0 && t <= MAX_HUNDREDTHS).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
  it('adds up, leaving out what is no time', () => {
    expect(addHundredths(150, 50)).toBe(200);
    expect(addHundredths()).toBe(0);
    expect(addHundredths(100, NaN, -50, Infinity, 2.9)).toBe(102);
    expect(addHundredths(MAX_HUNDREDTHS, 1)).toBe(MAX_HUNDREDTHS);
  });
});
