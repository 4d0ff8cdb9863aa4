/** Nobody alone asks more people than this. */
export const ALONE = 100;

export const needsSecond = (people: number): boolean => people > ALONE;
