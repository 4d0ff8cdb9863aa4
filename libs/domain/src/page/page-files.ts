const ELEMENT = /<(img|figure)\b([^>]*)>/g;

/** A picture, film or file that stands in a stored page. */
export interface PageFileUse {
  resourceId: string;
  kind: 'image' | 'video' | 'file';
  /** Of a picture: what it shows, in words; empty when nobody said. */
  alt: string;
  /** A picture that says nothing, by its author's word. */
  decorative: boolean;
  /** A film in which nobody speaks, by its author's word. */
  silent: boolean;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** In the order in which they stand; the same file can stand there twice. */
export function pageFiles(html: string): PageFileUse[] {
  return [...html.matchAll(ELEMENT)].flatMap(([, element, attributes = '']) => {
    const resourceId = attribute(attributes, 'data-file');
    if (resourceId === '') return [];
    const kind = element === 'img' ? 'image' : attribute(attributes, 'data-kind') === 'video' ? 'video' : 'file';
    const decorative = attribute(attributes, 'data-decorative') === 'yes';
    const silent = attribute(attributes, 'data-silent') === 'yes';
    return [{ resourceId, kind, alt: attribute(attributes, 'alt').trim(), decorative, silent }];
  });
}
