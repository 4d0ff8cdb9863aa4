import { describe, expect, it } from '@jest/globals';
import { isPageAttribute } from './page-markup.js';
import { pageFiles } from './page-files.js';
import { pageText, readingMinutes, wordCount } from './page-text.js';

const ID = '01900000-0000-7000-8000-0000000000ab';

describe('the words of a page', () => {
  it('are parted by blocks and not by emphasis', () => {
    expect(
      pageText('<h2>Stop</h2><p>Look <strong>twi</strong>ce &amp; wait</p><ul><li>one</li><li>two</li></ul>'),
    ).toBe('Stop Look twice & wait one two');
    expect(pageText(`<p>See</p><img data-file="${ID}" alt="A red cone" />`)).toBe('See A red cone');
  });

  it('say how long it takes to read them', () => {
    expect([wordCount('<p></p>'), readingMinutes('<p></p>')]).toEqual([0, 0]);
    expect(readingMinutes('<p>word</p>')).toBe(1);
    expect(readingMinutes(`<p>${'word '.repeat(401)}</p>`)).toBe(3);
  });
});

describe('the files of a page', () => {
  it('are its pictures, films and files, in order', () => {
    const html = `<p>x</p><img data-file="${ID}" alt="A" /><figure data-file="${ID}" data-kind="video" data-silent="yes"><figcaption>F</figcaption></figure><figure data-file="${ID}" data-kind="file"></figure><img data-file="${ID}" alt="" data-decorative="yes" />`;
    expect(pageFiles(html).map(({ kind, alt, decorative, silent }) => [kind, alt, decorative, silent])).toEqual([
      ['image', 'A', false, false],
      ['video', '', false, true],
      ['file', '', false, false],
      ['image', '', true, false],
    ]);
    expect(pageFiles('<p>data-file="x"</p>')).toEqual([]);
  });
});

describe('an attribute of a page', () => {
  it('counts on its own element with its own values only', () => {
    expect(isPageAttribute('img', 'data-file', ID)).toBe(true);
    expect(isPageAttribute('img', 'data-file', ID.toUpperCase())).toBe(false);
    expect(isPageAttribute('p', 'data-file', ID)).toBe(false);
    expect(isPageAttribute('constructor', 'name', 'x')).toBe(false);
    for (const href of ['https://a.example/x', 'HTTP://a.example', 'mailto:a@b.example'])
      expect(isPageAttribute('a', 'href', href)).toBe(true);
    for (const href of ['javascript:x', ' https://a', 'https:/a', 'java\tscript:x', '/x', '//a', 'https://a\u2028b'])
      expect(isPageAttribute('a', 'href', href)).toBe(false);
    expect([isPageAttribute('td', 'colspan', '50'), isPageAttribute('td', 'colspan', '51')]).toEqual([true, false]);
  });
});
