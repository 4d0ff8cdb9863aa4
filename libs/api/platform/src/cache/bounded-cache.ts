/**
 * Keeps what was used last, up to a total weight; what was not asked for longest goes first. For things that never
 * change under their key: nothing here knows of changes made elsewhere.
 */
export class BoundedCache<V> {
  private readonly kept = new Map<string, { value: V; weight: number }>();
  private total = 0;

  /** @param most the total weight; a single thing that weighs more is not kept */
  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    // A Map remembers the order of insertion: the last one is the youngest.
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, value: V, weight = 1): void {
    this.delete(key);
    if (weight > this.most) return;
    this.kept.set(key, { value, weight });
    this.total += weight;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.most) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const found = this.kept.get(key);
    if (!found) return;
    this.kept.delete(key);
    this.total -= found.weight;
  }
}
