/** `digits` divided by ten to the power of `scale`, exactly: with binary fractions 0.4 − 0.3 is more than 0.1. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Reads `12`, `-0.5`, `.5` and `1e-7`; null for anything else. */
export const parseDecimal = (text: string): Decimal | null => {
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = found;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
};

/** A finite number as it is written: 0.1 is a tenth. */
export const decimalOf = (value: number): Decimal => {
  const decimal = parseDecimal(String(value));
  if (!decimal) throw new RangeError(`${value} is not a number that can be written`);
  return decimal;
};

const at = ({ digits, scale }: Decimal, target: number): bigint => digits * 10n ** BigInt(target - scale);

/** Whether |one − other| ≤ tolerance. */
export const within = (one: Decimal, other: Decimal, tolerance: Decimal): boolean => {
  const scale = Math.max(one.scale, other.scale, tolerance.scale);
  const difference = at(one, scale) - at(other, scale);
  return (difference < 0n ? -difference : difference) <= at(tolerance, scale);
};
