import type { Sco, Standard } from '@lms/web-delivery';
import type { Item, Organization } from '../organization/read-organization.js';
import { LinearRoute } from '../route/linear-route.js';
import { prerequisitesMet } from '../route/prerequisites.js';
import type { Route } from '../route/route.js';
import { SequencedRoute } from '../route/sequenced-route.js';
import { type Known, leavesOf, statusOf } from './table-of-contents.js';

/** The tree as the learner sees it; without a readable manifest, the flat list that the server knows. */
export function itemsOf(organization: Organization | null, scos: readonly Sco[]): Item[] {
  const inTree = new Set(organization?.items.flatMap(everything).map((item) => item.identifier));
  if (organization && scos.every((sco) => inTree.has(sco.identifier))) return organization.items;
  return scos.map(({ identifier, title }) => {
    return { identifier, title, visible: true, launches: true, prerequisites: '', items: [] };
  });
}

const everything = (item: Item): Item[] => [item, ...item.items.flatMap(everything)];

export function chooseRoute(
  standard: Standard,
  organization: Organization | null,
  items: readonly Item[],
  scos: readonly Sco[],
  known: Known,
  keptRoute: string | null,
): Route {
  if (standard === 'scorm2004' && organization?.sequenced && canBeSequenced(organization, items, scos)) {
    return new SequencedRoute(organization.activityTree, keptRoute);
  }
  const all = items.flatMap(everything);
  const open = (identifier: string): boolean => {
    const script =
      standard === 'scorm12' ? (all.find((one) => one.identifier === identifier)?.prerequisites ?? '') : '';
    return prerequisitesMet(script, (other) => statusOf(standard, items, known, other));
  };
  return new LinearRoute(scos.map(({ identifier }) => ({ identifier, open: () => open(identifier) })));
}

/** The library knows activities by their identifiers, and starts nothing that has others below it. */
function canBeSequenced(organization: Organization, items: readonly Item[], scos: readonly Sco[]): boolean {
  if (items !== organization.items) return false;
  const names = items.flatMap(everything).map((item) => item.identifier);
  const leaves = new Set(items.flatMap(leavesOf).map((item) => item.identifier));
  return new Set(names).size === names.length && !names.includes('') && scos.every((sco) => leaves.has(sco.identifier));
}
