import { paths } from '@lms/web-platform';

/** The matrix with these filters. */
export function matrixLink(filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${paths.matrix}?${new URLSearchParams(given)}`;
}
