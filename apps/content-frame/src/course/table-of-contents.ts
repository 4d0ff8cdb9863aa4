import { outcomeOf, type ScormStandard } from '@lms/domain';
import type { Contents, ContentsItem, Sco } from '@lms/web-delivery';
import type { Item } from '../organization/read-organization.js';
import type { Route } from '../route/route.js';
import type { ScoState } from '../runtime/restore.js';

/** What is known of a part at this moment, a visit that is under way included. */
export type Known = (identifier: string) => Pick<ScoState, 'elements' | 'done'> | undefined;

type State = ContentsItem['state'];

export function stateOf(standard: ScormStandard, part: ReturnType<Known>): Exclude<State, 'group'> {
  if (!part) return 'new';
  const { completed, passed } = outcomeOf(standard, part.elements);
  if (passed === false && !part.done) return 'failed';
  if (part.done || completed || passed === true) return 'done';
  return Object.keys(part.elements).some((name) => name.startsWith('cmi.')) ? 'begun' : 'new';
}

/** The `lesson_status` that prerequisites ask for: of a part its own, of a group whether all in it is done (CAM 2.3.2.5.1). */
export function statusOf(standard: ScormStandard, items: readonly Item[], known: Known, identifier: string): string {
  const item = find(items, identifier);
  const part = known(identifier);
  if (!item || item.items.length === 0) {
    const said = part?.elements['cmi.core.lesson_status'];
    return said || (part?.done ? 'completed' : 'not attempted');
  }
  const leaves = leavesOf(item).filter((leaf) => leaf.launches);
  const states = leaves.map((leaf) => stateOf(standard, known(leaf.identifier)));
  return states.every((state) => state === 'done') ? 'completed' : 'incomplete';
}

/** The list that the learner sees, in the manifest's order; what the manifest hides stays hidden. */
export function contentsOf(
  standard: ScormStandard,
  items: readonly Item[],
  scos: ReadonlyMap<string, Sco>,
  known: Known,
  route: Route,
  current: string | null,
): Contents {
  const list: ContentsItem[] = [];
  const walk = (all: readonly Item[], level: number): void => {
    for (const { identifier, title, visible, items: below } of all) {
      const starts = scos.has(identifier);
      const shown = visible && (starts || below.length > 0);
      if (shown) {
        const state = starts ? stateOf(standard, known(identifier)) : 'group';
        list.push({ identifier, title, level, state, may: starts && route.mayChoose(identifier) });
      }
      walk(below, shown ? level + 1 : level);
    }
  };
  walk(items, 0);
  return { items: list, current, next: route.can('next'), previous: route.can('previous') };
}

function find(items: readonly Item[], identifier: string): Item | undefined {
  for (const item of items) {
    const found = item.identifier === identifier ? item : find(item.items, identifier);
    if (found) return found;
  }
  return undefined;
}

export const leavesOf = (item: Item): Item[] => (item.items.length === 0 ? [item] : item.items.flatMap(leavesOf));
