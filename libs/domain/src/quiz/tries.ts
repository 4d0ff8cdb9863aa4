export interface Tries {
  /** Null: as often as they like. */
  readonly limit: number | null;
  /** Given to this person beyond the limit. */
  readonly extra: number;
  /** Runs begun, also the one that is open. */
  readonly begun: number;
}

/** Null without a limit. */
export const triesLeft = ({ limit, extra, begun }: Tries): number | null =>
  limit === null ? null : Math.max(0, limit + extra - begun);

const MINUTE = 60_000;

/** When the next run may begin; null when it may now. Moments in milliseconds since 1970. */
export const nextTryFrom = (lastHandedIn: number | null, coolDownMinutes: number, now: number): number | null => {
  if (lastHandedIn === null) return null;
  const from = lastHandedIn + coolDownMinutes * MINUTE;
  return from > now ? from : null;
};

/** When a run that begins now ends; null without a limit. */
export const runEnd = (now: number, timeLimitMinutes: number | null): number | null =>
  timeLimitMinutes === null ? null : now + timeLimitMinutes * MINUTE;
