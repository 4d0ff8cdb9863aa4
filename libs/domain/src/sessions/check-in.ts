/** Instants are milliseconds since 1970, in UTC. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

const MINUTE = 60_000;
/** So long before a session its register opens, and so long after it a code still lets people sign in. */
const MARGIN = 30 * MINUTE;

/** A code is another one every so often. */
export const CODE_SECONDS = 60;
const CODE_MS = CODE_SECONDS * 1000;

export interface CheckInTimes {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** Between these the code of a session counts, both inclusive. */
export const checkInTimes = ({ startsAt, endsAt }: Span): CheckInTimes => ({
  opensAt: startsAt - MARGIN,
  closesAt: endsAt + MARGIN,
});

/** Two spans share a moment; where one ends as the other begins they do not. */
export const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Which code is shown at an instant: codes are numbered from 1970 on. */
export const codeNumber = (at: number): number => Math.floor(at / CODE_MS);

/** When the code of this number gives way to the next. */
export const codeEnds = (number: number): number => (number + 1) * CODE_MS;

/** The numbers that count at an instant: the code that is shown, and the one before it, which somebody may be typing still. */
export const codesThatCount = (at: number): readonly number[] => [codeNumber(at), codeNumber(at) - 1];

/** Six digits of a number that nobody can guess, given in hexadecimal. */
export const codeDigits = (mac: string): string =>
  String(Number.parseInt(mac.slice(0, 12), 16) % 1_000_000).padStart(6, '0');
