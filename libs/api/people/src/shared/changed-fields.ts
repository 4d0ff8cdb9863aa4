/**
 * Names of the fields that a save changes. The audit says these and not the values: those stand in the rows' own
 * history, where the erasure of a person can find them.
 */
export function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  return (Object.keys(after) as (keyof T & string)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
