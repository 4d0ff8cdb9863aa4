import type { XmlElement } from './xml-document.js';

export interface ScormResource {
  href: string;
  /** The xml:base values around the href, outermost first. */
  bases: string[];
  scormType: 'sco' | 'asset';
}

/** Every resource by identifier, with those of manifests within the manifest (SCORM 2004 2nd edition allowed these). */
export function resourcesOf(manifest: XmlElement): Map<string, ScormResource> {
  const found = new Map<string, ScormResource>();
  collect(manifest, [], found);
  return found;
}

function collect(element: XmlElement, outer: string[], found: Map<string, ScormResource>): void {
  const own = element.attributes.get('base');
  const bases = own === undefined ? outer : [...outer, own];
  for (const child of element.children) {
    if (child.name === 'manifest' || child.name === 'resources') collect(child, bases, found);
    else if (child.name === 'resource') add(child, bases, found);
  }
}

function add(resource: XmlElement, outer: string[], found: Map<string, ScormResource>): void {
  const identifier = resource.attributes.get('identifier')?.trim() ?? '';
  if (identifier === '' || found.has(identifier)) return;
  const own = resource.attributes.get('base');
  found.set(identifier, {
    href: resource.attributes.get('href')?.trim() ?? '',
    bases: own === undefined ? outer : [...outer, own],
    // Packages that leave the type out do so on lessons; only what is called an asset is one.
    scormType: resource.attributes.get('scormtype')?.trim().toLowerCase() === 'asset' ? 'asset' : 'sco',
  });
}
