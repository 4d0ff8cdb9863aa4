import { verify } from 'otplib';

/** Seconds of a time step (RFC 6238). */
const STEP = 30;

/**
 * The time step of a code, if it is one of now or of the steps beside it, and newer than the newest that was taken; null
 * otherwise.
 */
export async function stepOfCode(given: {
  code: string;
  secret: string;
  lastStep: number;
  at: Date;
}): Promise<number | null> {
  const epoch = Math.floor(given.at.getTime() / 1000);
  const found = await verify({ secret: given.secret, token: given.code, epoch, epochTolerance: STEP });
  if (!found.valid) return null;
  const step = Math.floor(epoch / STEP) + found.delta;
  return step > given.lastStep ? step : null;
}
