import { decodeXml } from './decode-xml.js';
import { fileIndex } from './file-index.js';
import { addressOf, joinReferences, withParameters } from './launch-url.js';
import { PackageRefusal, quoted } from './package-refusal.js';
import { editionOf } from './scorm-edition.js';
import { itemFacts, sharedSequencing } from './scorm-item.js';
import { resourcesOf } from './scorm-resources.js';
import type { ScormResource } from './scorm-resources.js';
import type { LaunchableItem, UnpackedPackage } from './unpacked-package.js';
import { childOf, childrenOf, parseXml } from './xml-document.js';
import type { XmlElement } from './xml-document.js';

export type ManifestFacts = Pick<UnpackedPackage, 'standard' | 'edition' | 'title' | 'scos' | 'organizationCount'>;

const MOST_ITEMS = 1000;

/**
 * What a manifest says, checked against the files there are (paths relative to the manifest's folder).
 * Refusals: those of decoding, parsing, the edition and addresses, and `not-a-manifest`, `resource-missing`,
 * `launch-file-missing`, `nothing-to-launch`, `too-many-lessons`.
 */
export function readManifest(bytes: Uint8Array, paths: readonly string[]): ManifestFacts {
  const document = parseXml(decodeXml(bytes));
  const { root } = document;
  if (root.name !== 'manifest') {
    throw new PackageRefusal('not-a-manifest', 'The file imsmanifest.xml does not hold a list of contents.');
  }
  const { standard, edition } = editionOf(document);
  const organizations = childOf(root, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const preferred = organizations?.attributes.get('default')?.trim();
  const chosen = all.find((one) => one.attributes.get('identifier')?.trim() === preferred) ?? all[0];
  const scos = launchables(root, chosen, fileIndex(paths));
  const title = words(childOf(chosen, 'title')?.text) || scos[0]?.title || 'Package without a title';
  return { standard, edition, title, scos, organizationCount: all.length };
}

function launchables(
  root: XmlElement,
  organization: XmlElement | undefined,
  find: (path: string, shown: string) => string,
): LaunchableItem[] {
  const resources = resourcesOf(root);
  const shared = sharedSequencing(root);
  const found: LaunchableItem[] = [];
  for (const item of itemsOf(organization)) {
    const resource = resourceOf(item, resources);
    if (!resource || resource.href === '') continue;
    const { path, suffix } = joinReferences(resource.bases, resource.href);
    const file = find(path, resource.href);
    const identifier = item.attributes.get('identifier')?.trim() ?? '';
    found.push({
      identifier,
      title: words(childOf(item, 'title')?.text) || identifier || file,
      scormType: resource.scormType,
      href: addressOf(file, withParameters(suffix, item.attributes.get('parameters') ?? '')),
      path: file,
      ...itemFacts(item, shared),
    });
    if (found.length > MOST_ITEMS) {
      throw new PackageRefusal('too-many-lessons', `The package has more than ${MOST_ITEMS} lessons.`);
    }
  }
  if (found.length === 0) {
    throw new PackageRefusal('nothing-to-launch', 'The package lists no lesson that could be started.');
  }
  return found;
}

function* itemsOf(parent: XmlElement | undefined): Generator<XmlElement> {
  for (const item of childrenOf(parent, 'item')) {
    yield item;
    yield* itemsOf(item);
  }
}

function resourceOf(item: XmlElement, resources: ReadonlyMap<string, ScormResource>): ScormResource | undefined {
  const reference = item.attributes.get('identifierref')?.trim() ?? '';
  if (reference === '') return undefined;
  const resource = resources.get(reference);
  if (resource) return resource;
  const title = quoted(words(childOf(item, 'title')?.text) || reference);
  throw new PackageRefusal(
    'resource-missing',
    `The lesson ${title} refers to ${quoted(reference)}, which the package does not describe.`,
  );
}

/** One line of text, however the manifest breaks it, of at most 500 characters. */
function words(text: string | undefined): string {
  return (text ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 500)
    .toWellFormed();
}
