/** Where chance comes from. A parameter, so that a draw can be made again from its seed. */
export interface Chance {
  /** A whole number from 0 to below n, each as likely. */
  below(n: number): number;
  /** A UUID that says nothing about the ones before it. */
  id(): string;
}

/** A new list in an order as likely as every other (Fisher and Yates). */
export const shuffled = <T>(list: readonly T[], chance: Chance): T[] => {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    const [a, b] = [mixed[last], mixed[other]];
    if (a === undefined || b === undefined) throw new RangeError(`Chance answered ${other} of ${last + 1}`);
    [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
};
