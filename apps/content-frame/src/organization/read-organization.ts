import { activitySettings, type ActivitySettings } from './activity-settings.js';
import { attributeOf, childOf, childrenOf, decodeXml, parseXml, textOf } from './xml.js';

/** An item of the chosen organisation (SCORM CAM, organization and item), with those below it. */
export interface Item {
  identifier: string;
  title: string;
  visible: boolean;
  /** True when it starts something itself. */
  launches: boolean;
  /** SCORM 1.2, an AICC script; empty when there is none. */
  prerequisites: string;
  items: Item[];
}

export interface Organization {
  title: string;
  items: Item[];
  /** True when the manifest has sequencing of its own (SCORM 2004). */
  sequenced: boolean;
  /** The same tree as SCORM 2004 sequencing takes it. */
  activityTree: ActivitySettings;
}

const mostItems = 1200;

/** What the manifest says of the order and the rules of its parts; null when it cannot be read. */
export function readOrganization(bytes: Uint8Array): Organization | null {
  const manifest = parseXml(decodeXml(bytes)) ?? undefined;
  const organizations = childOf(manifest, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const preferred = attributeOf(organizations, 'default');
  const chosen = all.find((one) => attributeOf(one, 'identifier') === preferred) ?? all[0];
  if (!chosen) return null;
  const shared = sharedSequencing(manifest);
  let count = 0;
  let sequenced = childOf(chosen, 'sequencing') !== undefined;
  const treeOf = (parent: Element): { items: Item[]; children: ActivitySettings[] } => {
    const found: { items: Item[]; children: ActivitySettings[] } = { items: [], children: [] };
    for (const element of childrenOf(parent, 'item')) {
      count += 1;
      if (count > mostItems) break;
      sequenced ||= childOf(element, 'sequencing') !== undefined;
      const below = treeOf(element);
      const item = readItem(element, below.items);
      found.items.push(item);
      found.children.push(activitySettings(element, item.identifier, item.title, shared, below.children));
    }
    return found;
  };
  const { items, children } = treeOf(chosen);
  const title = textOf(chosen, 'title');
  const root = attributeOf(chosen, 'identifier') ?? 'organization';
  return { title, items, sequenced, activityTree: activitySettings(chosen, root, title, shared, children) };
}

function readItem(element: Element, items: Item[]): Item {
  const identifier = attributeOf(element, 'identifier') ?? '';
  return {
    identifier,
    title: (textOf(element, 'title') || identifier).slice(0, 500),
    visible: attributeOf(element, 'isvisible')?.toLowerCase() !== 'false',
    launches: (attributeOf(element, 'identifierref') ?? '') !== '',
    prerequisites: textOf(element, 'prerequisites'),
    items,
  };
}

function sharedSequencing(manifest: Element | undefined): Map<string, Element> {
  const collections = childrenOf(manifest, 'sequencingcollection');
  const all = collections.flatMap((collection) => childrenOf(collection, 'sequencing'));
  return new Map(all.map((sequencing) => [attributeOf(sequencing, 'id') ?? '', sequencing]));
}
