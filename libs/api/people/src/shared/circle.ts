/** One step up: from a person to their line manager, or from an organisation to its parent. */
export interface Step {
  from: string;
  to: string;
}

/**
 * The circle that `from → to` would close over the steps that stand: `[from, to, …, from]` by the shortest way, or null
 * when there is none.
 */
export function circleClosedBy({ from, to }: Step, steps: readonly Step[]): string[] | null {
  const wayTo = new Map<string, string[]>([[to, [from, to]]]);
  const waiting = [to];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const way = wayTo.get(at) ?? [];
    if (at === from) return way;
    for (const step of steps) {
      if (step.from !== at || wayTo.has(step.to)) continue;
      wayTo.set(step.to, [...way, step.to]);
      waiting.push(step.to);
    }
  }
  return null;
}
