export interface Named {
  name: string;
  shortName: string;
}
interface Placed extends Named {
  id: string;
  /** The one a tier above; null where there is none. */
  parentId: string | null;
}
export interface Branch<T> {
  organisation: T;
  below: Branch<T>[];
}

const byName = (a: Branch<Placed>, b: Branch<Placed>) =>
  a.organisation.name.localeCompare(b.organisation.name, 'en-GB');

/**
 * The organisations as branches, by name. One whose parent is not among them stands on its own, so that nobody who sees
 * only a part of the supply chain misses one.
 */
export function treeOf<T extends Placed>(organisations: readonly T[]): Branch<T>[] {
  const nodes = new Map(
    organisations.map((organisation): [string, Branch<T>] => [organisation.id, { organisation, below: [] }]),
  );
  const roots: Branch<T>[] = [];
  for (const node of nodes.values()) {
    const parent = node.organisation.parentId === null ? undefined : nodes.get(node.organisation.parentId);
    (parent ? parent.below : roots).push(node);
  }
  for (const node of nodes.values()) node.below.sort(byName);
  return roots.sort(byName);
}

/** Only branches that lead to a match; what is above a match stays, because it says where the match stands. */
export function pruned<T>(nodes: readonly Branch<T>[], matches: (organisation: T) => boolean): Branch<T>[] {
  return nodes.flatMap((node) => {
    const below = pruned(node.below, matches);
    return below.length > 0 || matches(node.organisation) ? [{ ...node, below }] : [];
  });
}

/** Each with those below it after it, as they are read from top to bottom. */
export const inOrder = <T>(nodes: readonly Branch<T>[]): T[] =>
  nodes.flatMap(({ organisation, below }) => [organisation, ...inOrder(below)]);

/** Whether every word that was typed is in one of the names, in any case and without accents. */
export function named(q: string): (organisation: Named) => boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain(q).split(/\s+/).filter(Boolean);
  return ({ name, shortName }) => words.every((word) => plain(`${name} ${shortName}`).includes(word));
}
