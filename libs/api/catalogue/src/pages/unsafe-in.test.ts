import { isPageAttribute, PAGE_MARKUP } from '@lms/domain';

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)( \/)?>/g;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;

const decoded = (value: string): string =>
  value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/**
 * Everything in a stored page that its list does not hold. Read by a grammar much narrower than HTML: what is not one of
 * its tags is text, and text has no angle bracket, so no parser can see an element here that this did not.
 */
export function unsafeIn(html: string): string[] {
  const found: string[] = [];
  const text = html.replace(TAG, (tag, _slash, name: string, attributes: string) => {
    if (!Object.hasOwn(PAGE_MARKUP, name)) found.push(tag);
    for (const [whole, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!isPageAttribute(name, attribute, decoded(value))) found.push(whole);
    }
    return '';
  });
  if (/[<>]/.test(text)) found.push(text);
  return found;
}
