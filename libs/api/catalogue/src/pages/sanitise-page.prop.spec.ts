import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { HOSTILE_HTML } from '../../../../../test/fixtures/hostile-html.js';
import { sanitisePage } from './sanitise-page.js';
import { unsafeIn } from './unsafe-in.test.js';

const NAMES = [
  ...['p', 'h2', 'ul', 'li', 'table', 'tr', 'th', 'td', 'a', 'img', 'figure', 'aside', 'strong', 'code', 'blockquote'],
  ...[
    'script',
    'style',
    'svg',
    'math',
    'template',
    'noscript',
    'iframe',
    'textarea',
    'title',
    'xmp',
    'select',
    'option',
  ],
  ...[
    'mglyph',
    'mtext',
    'foreignObject',
    'desc',
    'form',
    'button',
    'body',
    'html',
    'frameset',
    'plaintext',
    '!--',
    '![CDATA[',
  ],
];
const ATTRIBUTES = [
  'href',
  'src',
  'onerror',
  'style',
  'alt',
  'data-file',
  'data-callout',
  'title',
  'xlink:href',
  'rel',
];
const VALUES = [
  'javascript:alert(1)',
  'https://ok.example/',
  '"><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '01900000-0000-7000-8000-000000000001',
  'note',
];

const name = fc.constantFrom(...NAMES);
const attribute = fc
  .tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom('"', "'", ''), fc.constantFrom(...VALUES))
  .map(([key, quote, value]) => `${key}=${quote}${value}${quote}`);
const piece = fc.oneof(
  fc.tuple(name, fc.array(attribute, { maxLength: 3 })).map(([tag, given]) => `<${[tag, ...given].join(' ')}>`),
  name.map((tag) => `</${tag}>`),
  fc.constantFrom('<', '>', '"', '&lt;', '&#60;', '-->', ']]>', '/>', '\u0000', '&nbsp;', 'word'),
  fc.constantFrom(...HOSTILE_HTML),
  fc.string({ maxLength: 8 }),
);
const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('sanitising any markup', () => {
  it('leaves only what a page is made of', () => {
    fc.assert(fc.property(soup, (html) => unsafeIn(sanitisePage(html)).length === 0));
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const stored = sanitisePage(html);
        return sanitisePage(stored) === stored;
      }),
    );
  });
});
