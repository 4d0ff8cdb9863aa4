import { isPageAttribute, PAGE_MARKUP } from '@lms/domain';
import createPurifier from 'dompurify';

const ATTRIBUTES = [...new Set(Object.values(PAGE_MARKUP).flat())];

const purifier = createPurifier(window);
purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
  attribute.keepAttr = isPageAttribute(element.nodeName.toLowerCase(), attribute.attrName, attribute.attrValue);
});

/**
 * The stored text of a page as elements, by the same list as when it was stored: nothing that came another way, or
 * that a browser reads differently, gets any further. The fragment belongs to no document that is shown.
 */
export function sanitise(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: Object.keys(PAGE_MARKUP),
    ALLOWED_ATTR: ATTRIBUTES,
    // Only one attribute is an address; the others are words.
    ADD_URI_SAFE_ATTR: ATTRIBUTES.filter((name) => name !== 'href'),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
    SANITIZE_DOM: true,
    RETURN_DOM_FRAGMENT: true,
  });
}
