import { type Decimal, parseDecimal } from './decimal.js';

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const GROUPED_BY_POINT = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/;

/**
 * Every number that a person can have meant by what they typed: with a point or a comma before the fraction, groups of
 * three, spaces between them, the unit behind it. `1,000` is one and a thousand; none is an empty list.
 */
export const readNumber = (typed: string, unit = ''): Decimal[] => {
  const bare = withoutUnit(typed.normalize('NFKC').trim(), unit)
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .replace(/\s+/g, '');
  const readings = [
    bare,
    bare.split(',').length === 2 && !bare.includes('.') ? bare.replace(',', '.') : null,
    GROUPED.test(bare) ? bare.replaceAll(',', '') : null,
    GROUPED_BY_POINT.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : null,
  ];
  return readings.flatMap((text) => (text === null ? [] : (parseDecimal(text) ?? [])));
};

function withoutUnit(typed: string, unit: string): string {
  const tail = unit.normalize('NFKC').trim().toLowerCase();
  return tail !== '' && typed.toLowerCase().endsWith(tail) ? typed.slice(0, -tail.length) : typed;
}
