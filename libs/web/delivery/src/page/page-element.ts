/** Elements that are shown as what they are. Headings stand below the title of the activity, so each is one lower. */
export const PLAIN = {
  p: 'p',
  br: 'br',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  ul: 'ul',
  li: 'li',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  u: 'u',
  s: 's',
  code: 'code',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  figcaption: 'figcaption',
} as const;

export const isPlain = (name: string): name is keyof typeof PLAIN => Object.hasOwn(PLAIN, name);

/** A whole number of an attribute; undefined without one. */
export const numberOf = (element: Element, name: string): number | undefined =>
  Number(element.getAttribute(name)) || undefined;

/** What cannot stand inside a paragraph. */
export const BLOCKS = 'p, h2, h3, h4, ul, ol, blockquote, table, aside, figure, img';
