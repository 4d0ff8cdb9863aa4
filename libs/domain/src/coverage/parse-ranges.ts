import { mergeRanges, type SecondRange } from './ranges.js';

/** More are refused: a person who jumps about makes dozens. */
export const MAX_RANGES = 500;
/** A week; no video is longer. */
export const MAX_VIDEO_SECONDS = 604_800;

export type ParsedRanges =
  | { readonly ok: true; readonly ranges: [number, number][] }
  | { readonly ok: false; readonly why: 'not-a-list' | 'too-many' | 'not-a-range' };

/**
 * Ranges from an untrusted source, tidied. Each must be a pair of whole numbers, not negative, the first below the
 * second, at most `MAX_VIDEO_SECONDS`. What lies beyond the end of the video is cut off and not refused, because a
 * browser's idea of the length differs a little from the file's. Without a known `duration` nothing is cut.
 */
export const parseRanges = (input: unknown, duration: number | null): ParsedRanges => {
  if (!Array.isArray(input)) return { ok: false, why: 'not-a-list' };
  if (input.length > MAX_RANGES) return { ok: false, why: 'too-many' };
  const end = duration === null ? MAX_VIDEO_SECONDS : Math.max(1, Math.ceil(duration));
  const cut: SecondRange[] = [];
  for (const item of input as readonly unknown[]) {
    if (!isRange(item)) return { ok: false, why: 'not-a-range' };
    cut.push([item[0], Math.min(item[1], end)]);
  }
  return { ok: true, ranges: mergeRanges([], cut) };
};

const isRange = (item: unknown): item is [number, number] => {
  if (!Array.isArray(item) || item.length !== 2) return false;
  const [from, to] = item as readonly unknown[];
  return isSecond(from) && isSecond(to) && from < to;
};

const isSecond = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_VIDEO_SECONDS;
