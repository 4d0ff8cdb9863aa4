/** A length of time in hundredths of a second: the finest that either standard must keep; whole, never negative. */
export type Hundredths = number;

/** About 317 years: sums stay exact, and fit a PostgreSQL `bigint` many times over. */
export const MAX_HUNDREDTHS: Hundredths = 1_000_000_000_000;

/** The sum, at most `MAX_HUNDREDTHS`. What is no time counts as none. */
export const addHundredths = (...times: Hundredths[]): Hundredths =>
  Math.min(
    times.reduce((sum, time) => sum + (time > 0 && Number.isFinite(time) ? Math.trunc(time) : 0), 0),
    MAX_HUNDREDTHS,
  );
