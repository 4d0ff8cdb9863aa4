/**
 * Rows of a chunk lie between these, $3 and $4. Said besides which rows they are, because the planner takes tens of thousands
 * of rows that have just come for a few, and would read all of them to find a thousand.
 */
export const RANGE = 'r.n between $3::int and $4::int';

export const rangeOf = (rows: readonly { n: number }[]): [number, number] => {
  const numbers = rows.map(({ n }) => n);
  return [Math.min(...numbers), Math.max(...numbers)];
};
