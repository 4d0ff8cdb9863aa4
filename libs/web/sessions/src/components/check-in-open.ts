/** The clock of an old phone may be wrong by as much: then the API says whether it is time. */
export const WRONG_CLOCK_MS = 2 * 60 * 60_000;

/** Whether people sign in at this moment, as far as this device knows it. */
export const isCheckInOpen = (
  { opensAt, closesAt }: { opensAt: string; closesAt: string },
  now: number,
  slack = 0,
): boolean => Date.parse(opensAt) - slack <= now && now < Date.parse(closesAt) + slack;
