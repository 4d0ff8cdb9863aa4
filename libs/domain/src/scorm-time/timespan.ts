import { MAX_HUNDREDTHS, type Hundredths } from './hundredths.js';

// Lenient on reading: however many hours, one digit for minutes or seconds, 75 seconds, more decimal places.
const TIMESPAN = /^(\d{1,6}):(\d{1,4}):(\d{1,6})(?:\.(\d{0,9}))?$/;
const LONGEST = 9999 * 360_000 + 59 * 6000 + 5999;

/**
 * SCORM 1.2 `CMITimespan` (run-time environment 3.4.4), `HHHH:MM:SS.SS`, as hundredths of a second; further decimal
 * places are cut off. 0 for what cannot be read.
 */
export const parseTimespan = (text: string): Hundredths => {
  const match = TIMESPAN.exec(text.trim());
  if (!match) return 0;
  const [, hours = '', minutes = '', seconds = '', fraction = ''] = match;
  const whole = Number(hours) * 360_000 + Number(minutes) * 6000 + Number(seconds) * 100;
  return Math.min(whole + Number(fraction.slice(0, 2).padEnd(2, '0')), MAX_HUNDREDTHS);
};

/** Writes `HHHH:MM:SS.SS`; what is longer than the form allows becomes 9999:59:59.99. */
export const formatTimespan = (time: Hundredths): string => {
  const held = Math.min(Math.max(Math.trunc(time), 0), LONGEST);
  const hours = Math.floor(held / 360_000);
  const minutes = Math.floor(held / 6000) % 60;
  const seconds = Math.floor(held / 100) % 60;
  return `${pad(hours, 4)}:${pad(minutes, 2)}:${pad(seconds, 2)}.${pad(held % 100, 2)}`;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
