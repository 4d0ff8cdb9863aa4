import type { Organisation } from '@lms/contracts';

export interface TreeNode {
  organisation: Organisation;
  below: TreeNode[];
}

const byName = (a: TreeNode, b: TreeNode) => a.organisation.name.localeCompare(b.organisation.name, 'en-GB');

/**
 * The organisations as branches, by name. One whose parent is not among them stands on its own, so that nobody who sees
 * only a part of the supply chain misses one.
 */
export function treeOf(organisations: readonly Organisation[]): TreeNode[] {
  const nodes = new Map(
    organisations.map((organisation) => [organisation.id, { organisation, below: [] as TreeNode[] }]),
  );
  const roots: TreeNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.organisation.parentId === null ? undefined : nodes.get(node.organisation.parentId);
    (parent ? parent.below : roots).push(node);
  }
  for (const node of nodes.values()) node.below.sort(byName);
  return roots.sort(byName);
}

/** Only branches that lead to a match; what is above a match stays, because it says where the match stands. */
export function pruned(nodes: readonly TreeNode[], matches: (organisation: Organisation) => boolean): TreeNode[] {
  return nodes.flatMap((node) => {
    const below = pruned(node.below, matches);
    return below.length > 0 || matches(node.organisation) ? [{ ...node, below }] : [];
  });
}

/** Whether every word that was typed is in one of the names, in any case and without accents. */
export function named(q: string): (organisation: Organisation) => boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain(q).split(/\s+/).filter(Boolean);
  return ({ name, shortName }) => words.every((word) => plain(`${name} ${shortName}`).includes(word));
}
