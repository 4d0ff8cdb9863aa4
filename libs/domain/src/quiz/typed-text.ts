/**
 * Typed text as it is compared: one form of each character (NFC), without regard to case, spaces at the ends, and how
 * many spaces stand between words. `ß` equals `ss`, as upper case has it; typographic quotes and dashes equal plain ones.
 */
export const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

export const sameText = (one: string, other: string): boolean => comparable(one) === comparable(other);
