/**
 * Whether a text looks like a number as people type it: with a point or a comma, groups, a true minus sign, the unit
 * behind it. Only a hint while typing; the server decides what it means.
 */
export function readsAsNumber(text: string, unit = ''): boolean {
  const bare = text.trim().toLowerCase();
  const tail = unit.trim().toLowerCase();
  const number = (tail && bare.endsWith(tail) ? bare.slice(0, -tail.length) : bare).replace(/\s+/g, '');
  return /^[+\-−–]?[.,]?\d[\d.,]*$/.test(number);
}
