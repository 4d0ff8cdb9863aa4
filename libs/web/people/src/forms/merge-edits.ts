const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface Merged<V> {
  /** What the form shows now: mine where I typed, theirs where only they did. */
  values: V;
  /** What they saved in fields where I typed something else. */
  theirs: Partial<V>;
}

/** Two people changed the same thing: `base` is what both began with. Nothing that was typed is lost. */
export function mergeEdits<V extends object>(base: V, mine: V, saved: V): Merged<V> {
  const values = { ...mine };
  const theirs: Partial<V> = {};
  for (const name of Object.keys(saved) as (keyof V)[]) {
    if (same(mine[name], base[name])) values[name] = saved[name];
    else if (!same(saved[name], base[name]) && !same(saved[name], mine[name])) theirs[name] = saved[name];
  }
  return { values, theirs };
}
