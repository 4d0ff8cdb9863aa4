import type { RuntimeCall } from '@lms/contracts';
import { isRecord, isText } from './read-entry.js';

const most = 500;

function readCall(value: unknown): RuntimeCall | null {
  if (!isRecord(value)) return null;
  const { n, at, sco, call, element, value: set, length, answer, error } = value;
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 1 || n > 1_000_000) return null;
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) return null;
  if (!isText(at, 40) || Number.isNaN(Date.parse(at)) || !isText(sco, 400) || !isText(call, 40)) return null;
  if (!isText(element, 300) || !isText(set, 300) || !isText(answer, 300) || !isText(error, 10)) return null;
  return { n, at, sco, call, element, value: set, length, answer, error };
}

/** Clean copies of the calls that can be read; the content could have written anything here. */
export function readCalls(value: unknown): RuntimeCall[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, most)
    .map(readCall)
    .filter((call): call is RuntimeCall => call !== null);
}
