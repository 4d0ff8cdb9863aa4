const rank = (part: string): number => (part === 'id' ? 0 : part === 'type' ? 1 : 2);

function compareParts(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (Number.isInteger(left) && Number.isInteger(right)) return left - right;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * The order in which saved elements can be put back: indices by number (`.2.` before `.10.`, because an array takes only its
 * next index), and in each item `id` and `type` before what depends on them.
 */
export function inRestoreOrder(elements: Iterable<string>): string[] {
  const split = [...elements].map((element) => ({ element, parts: element.split('.') }));
  split.sort((a, b) => {
    const shared = Math.min(a.parts.length, b.parts.length);
    for (let at = 0; at < shared; at += 1) {
      const order = compareParts(a.parts[at] ?? '', b.parts[at] ?? '');
      if (order !== 0) return order;
    }
    return a.parts.length - b.parts.length;
  });
  return split.map(({ element }) => element);
}
