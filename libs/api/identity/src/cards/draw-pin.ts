import { randomInt } from 'node:crypto';

const DIGITS = 8;

/**
 * Eight random digits. Ten wrong tries in a quarter of an hour close an account for the rest of it, so that guessing for
 * the thirty days that a card may be valid finds one PIN in three thousand.
 */
export const drawPin = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');

/** A card prints the digits in two groups; people type them as they stand there. */
export const typedPin = (typed: string): string => typed.replace(/[\s-]/g, '');
