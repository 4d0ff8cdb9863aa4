import { MAX_HUNDREDTHS, type Hundredths } from './hundredths.js';
import { parseTimespan } from './timespan.js';

const N = String.raw`(\d{1,9}(?:[.,]\d{0,9})?)`;
// Lenient on reading: small letters, weeks, a decimal fraction on any part.
const DURATION = new RegExp(`^P(?:${N}Y)?(?:${N}M)?(?:${N}W)?(?:${N}D)?(?:T(?:${N}H)?(?:${N}M)?(?:${N}S)?)?$`, 'i');
const DAY = 8_640_000;
const UNITS = [365 * DAY, 30 * DAY, 7 * DAY, DAY, 360_000, 6000, 100] as const;

/**
 * SCORM 2004 `timeinterval (second,10,2)` (run-time environment 4.1.1.7), an ISO 8601 duration such as `PT1H5M3.5S`, as
 * hundredths of a second, rest cut off. A year counts 365 days and a month 30. 0 for what cannot be read.
 */
export const parseDuration = (text: string): Hundredths => {
  const match = DURATION.exec(text.trim());
  if (!match) return 0;
  const time = UNITS.reduce((sum, unit, at) => sum + cut(Number((match[at + 1] ?? '0').replace(',', '.')) * unit), 0);
  return Math.min(time, MAX_HUNDREDTHS);
};

/** Writes hours, minutes and seconds, `PT27H3M0.5S`, which every reader takes; no time is `PT0S`. */
export const formatDuration = (time: Hundredths): string => {
  const held = Math.min(Math.max(Math.trunc(time), 0), MAX_HUNDREDTHS);
  const hours = Math.floor(held / 360_000);
  const minutes = Math.floor(held / 6000) % 60;
  const seconds = (held % 6000) / 100;
  if (held === 0) return 'PT0S';
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
};

/** Reads either form: some content writes the other standard's. */
export const parseSessionTime = (text: string): Hundredths =>
  text.includes(':') ? parseTimespan(text) : parseDuration(text);

// 2.3 seconds times 100 is a little less than 230.
const cut = (value: number): number => Math.floor(value + 1e-6);
