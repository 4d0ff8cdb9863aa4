/**
 * What a page may be made of: elements, and the attributes each may have. The same list holds when a page is stored and
 * when it is shown; whatever is not here does not exist.
 */
export const PAGE_MARKUP: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  h2: [],
  h3: [],
  h4: [],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  strong: [],
  em: [],
  u: [],
  s: [],
  code: [],
  a: ['href', 'rel'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  aside: ['data-callout'],
  img: ['data-file', 'alt', 'data-decorative'],
  figure: ['data-file', 'data-kind', 'data-silent'],
  figcaption: [],
};

/** Elements that are nothing without this attribute. */
export const PAGE_NEEDED: Readonly<Record<string, string>> = {
  a: 'href',
  aside: 'data-callout',
  img: 'data-file',
  figure: 'data-file',
};

export const CALLOUTS = ['note', 'warning', 'tip'] as const;
export type Callout = (typeof CALLOUTS)[number];

/** Every link of a page leaves the product and takes nothing along. */
export const LINK_REL = 'noopener noreferrer';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** No spaces or control characters: a browser would pass over them and read another scheme than we did. */
const LINK = /^(?:https?:\/\/[^\s\p{Cc}]+|mailto:[^\s\p{Cc}]+)$/iu;
const SPAN = /^(?:[1-9]|[1-4]\d|50)$/;

const VALUES: Readonly<Record<string, (value: string) => boolean>> = {
  href: (value) => value.length <= 2000 && LINK.test(value),
  rel: (value) => value === LINK_REL,
  start: (value) => /^[1-9]\d{0,3}$/.test(value),
  scope: (value) => value === 'col' || value === 'row',
  colspan: (value) => SPAN.test(value),
  rowspan: (value) => SPAN.test(value),
  alt: (value) => value.length <= 500,
  'data-callout': (value) => CALLOUTS.some((known) => known === value),
  'data-file': (value) => UUID.test(value),
  'data-kind': (value) => value === 'video' || value === 'file',
  'data-decorative': (value) => value === 'yes',
  'data-silent': (value) => value === 'yes',
};

/** Whether an element of a page may have this attribute with this value. */
export function isPageAttribute(element: string, attribute: string, value: string): boolean {
  const allowed = Object.hasOwn(PAGE_MARKUP, element) && PAGE_MARKUP[element]?.includes(attribute);
  return allowed === true && VALUES[attribute]?.(value) === true;
}
