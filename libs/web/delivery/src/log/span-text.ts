import { formatMinutes } from '@lms/web-platform';

/** A length of time in words, to the minute. */
export const spanText = (ms: number): string => formatMinutes(Math.max(1, Math.round(ms / 60_000)));
