export interface Edge {
  from: string;
  to: string;
}

/**
 * The edges that lie on a circle, as "from to": those within one strongly connected part (Tarjan's way, without recursion, so
 * that a long line of managers does not run out of stack).
 */
export function circularEdges(edges: readonly Edge[]): Set<string> {
  const part = partsOf(edges);
  return new Set(
    edges
      .filter(({ from, to }) => from === to || part.get(from) === part.get(to))
      .map(({ from, to }) => `${from} ${to}`),
  );
}

interface Visit {
  node: string;
  next: number;
}

function partsOf(edges: readonly Edge[]): Map<string, number> {
  const out = new Map<string, string[]>();
  for (const { from, to } of edges) out.set(from, [...(out.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const part = new Map<string, number>();
  const open: string[] = [];
  const lower = (node: string, to: number) => low.set(node, Math.min(low.get(node) ?? Infinity, to));
  for (const root of out.keys()) {
    const visits: Visit[] = order.has(root) ? [] : [{ node: root, next: 0 }];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { node } = visit;
      if (visit.next === 0) {
        order.set(node, order.size);
        lower(node, order.get(node) ?? 0);
        open.push(node);
      }
      const to = out.get(node)?.[visit.next];
      visit.next += 1;
      if (to !== undefined) {
        if (!order.has(to)) visits.push({ node: to, next: 0 });
        else if (!part.has(to)) lower(node, order.get(to) ?? 0);
        continue;
      }
      visits.pop();
      const above = visits.at(-1);
      if (above) lower(above.node, low.get(node) ?? Infinity);
      if (low.get(node) === order.get(node)) close(node, open, part);
    }
  }
  return part;
}

/** What was opened since a node, that node included, is one part. */
function close(node: string, open: string[], part: Map<string, number>): void {
  const number = part.size + 1;
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    part.set(one, number);
    if (one === node) return;
  }
}
