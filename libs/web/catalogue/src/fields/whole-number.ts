/** The whole number that a text says, null for anything else or outside the bounds. Takes a true minus sign too. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const plain = text.trim().replace('−', '-');
  if (!/^[+-]?\d{1,6}$/.test(plain)) return null;
  const value = Number(plain);
  return value >= least && value <= most ? value : null;
}
