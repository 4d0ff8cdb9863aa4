/** Crockford's 32 symbols: no I, L, O or U, so that nothing reads like something else. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** Luhn's sum over 32: from the right, every second symbol counts twice, and what comes out is whole. */
const isWhole = (values: readonly number[]): boolean =>
  values.reduce((sum, value, index) => {
    const twice = (values.length - index) % 2 === 0 ? value * 2 : value;
    return sum + Math.floor(twice / 32) + (twice % 32);
  }, 0) %
    32 ===
  0;

/**
 * The serial of a certificate from eleven numbers below 32, which must be random: eleven symbols and one that checks
 * them. In SQL: `certificate_code`. Throws RangeError for anything else.
 */
export const certificateCode = (random: readonly number[]): string => {
  if (random.length !== LENGTH - 1 || random.some((n) => !Number.isInteger(n) || n < 0 || n > 31))
    throw new RangeError('A serial is made of eleven numbers below 32');
  const check = Array.from({ length: 32 }, (_, n) => n).find((n) => isWhole([...random, n])) ?? 0;
  return [...random, check].map((n) => SYMBOLS[n]).join('');
};

/**
 * The serial that somebody typed or scanned, as it is stored: spaces and hyphens are passed over, small letters are
 * large ones, and what looks alike is read as meant (O as 0, I and L as 1). Null when no serial is written like that,
 * also when one symbol is wrong or two that stand together changed places.
 */
export const readCertificateCode = (typed: string): string | null => {
  if (typed.length > 40) return null;
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = [...code].map((symbol) => SYMBOLS.indexOf(symbol));
  return values.length === LENGTH && !values.includes(-1) && isWhole(values) ? code : null;
};

/** In three groups of four, as it is shown: `7K4M-Q2XP-9TRD`. */
export const showCertificateCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;
