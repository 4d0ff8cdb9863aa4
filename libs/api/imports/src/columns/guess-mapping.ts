import type { ImportedColumn } from '../kinds/imported-kind.js';

/** Key of a column → place in the file. */
export type Mapping = Record<string, number>;

/** A heading without what people write differently: “Employee No.” and “employee_no” are one. */
export const plainHeading = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which column is which, by the headings: by their own names first, then by the other names; each place once. */
export function guessMapping(columns: readonly ImportedColumn[], headings: readonly string[]): Mapping {
  const plain = headings.map(plainHeading);
  const mapping: Mapping = {};
  const taken = new Set<number>();
  const take = (key: string, names: readonly string[]) => {
    if (mapping[key] !== undefined) return;
    const place = plain.findIndex((heading, at) => !taken.has(at) && names.includes(heading));
    if (place < 0) return;
    mapping[key] = place;
    taken.add(place);
  };
  for (const { key, heading } of columns) take(key, [plainHeading(heading)]);
  for (const { key, aliases } of columns) take(key, aliases);
  return mapping;
}

/** The same by headings that somebody has chosen before; what is not in this file is left out. */
export function mappingOf(chosen: Readonly<Record<string, string>>, headings: readonly string[]): Mapping {
  const plain = headings.map(plainHeading);
  const mapping: Mapping = {};
  for (const [key, heading] of Object.entries(chosen)) {
    const place = plain.indexOf(plainHeading(heading));
    if (place >= 0) mapping[key] = place;
  }
  return mapping;
}

/** Which of the first rows has the headings: the one in which most columns are found, else the first. */
export function headingRow(columns: readonly ImportedColumn[], rows: readonly (readonly string[])[]): number {
  const found = rows.map((row) => Object.keys(guessMapping(columns, row)).length);
  return Math.max(found.indexOf(Math.max(...found)), 0);
}
