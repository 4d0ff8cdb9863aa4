/** A run of words that stayed, came or went. Joined by spaces, `same` and `removed` are the old text. */
export interface WordRun {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many different words an exact answer is worth less than its time: the middle is then new as a whole. */
const MOST_STEPS = 600;

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);

/** What changed from one text to another, by words: the fewest that can be called changed. Empty for equal texts. */
export function wordDiff(before: string, after: string): WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  if (start === a.length && start === b.length) return [];
  const middle = shortest(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([...a.slice(0, start).map(same), ...middle, ...a.slice(a.length - end).map(same)]);
}

const same = (text: string): WordRun => ({ is: 'same', text });

/** E. W. Myers, "An O(ND) difference algorithm" (1986): the frontier of each number of changes, then the way back. */
function shortest(a: readonly string[], b: readonly string[]): WordRun[] {
  const whole = [
    ...a.map((text): WordRun => ({ is: 'removed', text })),
    ...b.map((text): WordRun => ({ is: 'added', text })),
  ];
  if (a.length === 0 || b.length === 0) return whole;
  const trail: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let steps = 0; steps <= Math.min(a.length + b.length, MOST_STEPS); steps += 1) {
    trail.push(new Map(reached));
    const next = new Map(reached);
    for (let line = -steps; line <= steps; line += 2) {
      let x = cameDown(reached, line, steps) ? at(reached, line + 1) : at(reached, line - 1) + 1;
      while (x < a.length && x - line < b.length && a[x] === b[x - line]) x += 1;
      next.set(line, x);
      if (x >= a.length && x - line >= b.length) return wayBack(a, b, trail);
    }
    reached = next;
  }
  return whole;
}

const at = (reached: ReadonlyMap<number, number>, line: number): number => reached.get(line) ?? 0;

/** Whether the last change on the way to this line added a word. */
const cameDown = (reached: ReadonlyMap<number, number>, line: number, steps: number): boolean =>
  line === -steps || (line !== steps && at(reached, line - 1) < at(reached, line + 1));

function wayBack(a: readonly string[], b: readonly string[], trail: readonly ReadonlyMap<number, number>[]): WordRun[] {
  const runs: WordRun[] = [];
  let [x, y] = [a.length, b.length];
  for (let steps = trail.length - 1; steps >= 0; steps -= 1) {
    const reached = trail[steps] ?? new Map<number, number>();
    const line = x - y;
    const from = cameDown(reached, line, steps) ? line + 1 : line - 1;
    const fromX = steps === 0 ? 0 : at(reached, from);
    const fromY = steps === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      runs.push({ is: 'same', text: a[x] ?? '' });
    }
    if (steps === 0) break;
    if (x === fromX) runs.push({ is: 'added', text: b[fromY] ?? '' });
    else runs.push({ is: 'removed', text: a[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return runs.reverse();
}

/** Neighbours of a kind become one run; what went stands before what came in its place. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const found: WordRun[] = [];
  let [removed, added]: string[][] = [[], []];
  const close = (): void => {
    if (removed?.length) found.push({ is: 'removed', text: removed.join(' ') });
    if (added?.length) found.push({ is: 'added', text: added.join(' ') });
    [removed, added] = [[], []];
  };
  let kept: string[] = [];
  for (const run of runs) {
    if (run.is === 'same') {
      close();
      kept.push(run.text);
      continue;
    }
    if (kept.length) found.push({ is: 'same', text: kept.join(' ') });
    kept = [];
    (run.is === 'removed' ? removed : added)?.push(run.text);
  }
  close();
  if (kept.length) found.push({ is: 'same', text: kept.join(' ') });
  return found;
}
