import { isPageAttribute, LINK_REL, PAGE_MARKUP, PAGE_NEEDED } from '@lms/domain';
import sanitizeHtml from 'sanitize-html';
import { tableScopes } from './table-scopes.js';

/** Elements whose content is no text of the page: it goes with them. */
const SWALLOWED = [
  ...['script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'embed', 'applet'],
  ...['svg', 'math', 'title', 'textarea', 'select', 'option', 'xmp', 'plaintext', 'audio', 'video', 'canvas'],
];

/** Older and looser names of what a page may hold. */
const SAME: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  del: 's',
  strike: 's',
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
};

/** Deeper markup is no text that anybody wrote; its words stay. */
const DEEPEST = 40;

/** No page needs more rounds; one that does is made to confuse parsers. */
const MOST_ROUNDS = 5;

/**
 * A page as it is stored: what {@link PAGE_MARKUP} lists and nothing else, whatever came in. Sanitising what was
 * sanitised changes nothing, so the next reader of the same text sees the same elements; markup that reads differently
 * each time is kept as its plain text.
 */
export function sanitisePage(html: string): string {
  let before = html;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const after = once(before);
    if (after === before) return after;
    before = after;
  }
  return once(before) === before ? before : asText(html);
}

function once(html: string): string {
  const scopes = tableScopes();
  return sanitizeHtml(html, {
    allowedTags: Object.keys(PAGE_MARKUP),
    allowedAttributes: Object.fromEntries(Object.entries(PAGE_MARKUP).map(([tag, names]) => [tag, [...names]])),
    // Addresses are judged below, more strictly; nothing but a link has one.
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: SWALLOWED,
    disallowedTagsMode: 'discard',
    nestingLimit: DEEPEST,
    parseStyleAttributes: false,
    transformTags: {
      '*': (given, attributes) => {
        const tagName = SAME[given] ?? given;
        const attribs: Record<string, string> = {};
        // Always in the same order, so that what reads a stored page need not look for them.
        for (const name of Object.hasOwn(PAGE_MARKUP, tagName) ? (PAGE_MARKUP[tagName] ?? []) : []) {
          const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
          if (value !== undefined && isPageAttribute(tagName, name, value)) attribs[name] = value;
        }
        const needed = PAGE_NEEDED[tagName];
        // An element that is nothing without its attribute is taken for one that does not exist.
        if (needed !== undefined && attribs[needed] === undefined) return { tagName: 'nothing', attribs: {} };
        if (tagName === 'a') attribs['rel'] = LINK_REL;
        if (tagName === 'figure') attribs['data-kind'] ??= 'file';
        const scope = scopes(tagName);
        if (scope !== null) attribs['scope'] ??= scope;
        return { tagName, attribs };
      },
    },
  }).trim();
}

function asText(html: string): string {
  const text = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {}, nonTextTags: SWALLOWED }).trim();
  return text === '' ? '' : `<p>${text}</p>`;
}
