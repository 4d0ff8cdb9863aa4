import type { Cell } from 'exceljs';

/** The text of a cell as a person reads it; dates as YYYY-MM-DD, the result of a formula, nothing for an error. */
export function cellText(value: Cell['value']): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return cellText(value.result);
  if ('text' in value) return String(value.text);
  return '';
}

/** Without the noise of binary fractions, and never with an exponent: numbers here are mostly numbers of people. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}

/** A moment near midnight is what calculations leave of a day. */
function dateText(value: Date): string {
  const time = value.getTime();
  if (Number.isNaN(time)) return '';
  const text = new Date(time + 500).toISOString();
  return /^\d{4}-/u.test(text) ? text.slice(0, 10) : '';
}
