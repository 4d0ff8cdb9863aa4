import { describe, expect, it } from '@jest/globals';
import { generateAlliance } from '@lms/demo';
import { HOSTILE_HTML } from '../../../../../test/fixtures/hostile-html.js';
import { sanitisePage } from './sanitise-page.js';
import { unsafeIn } from './unsafe-in.test.js';

const FILE = '01900000-0000-7000-8000-000000000001';

describe('a page as it is stored', () => {
  it.each(HOSTILE_HTML)('holds nothing that could run: %s', (html) => {
    const stored = sanitisePage(html);
    expect(unsafeIn(stored)).toEqual([]);
    expect(sanitisePage(stored)).toBe(stored);
  });

  it('is judged by something that sees what is wrong', () => {
    for (const html of [
      '<p onclick="x">a</p>',
      '<a href="javascript:x" rel="noopener noreferrer">a</a>',
      '<script>',
      'a > b',
    ])
      expect(unsafeIn(html)).not.toEqual([]);
  });

  it('keeps everything that a page is made of, as it was written', () => {
    const page = [
      '<h2>Before you start</h2><p>Read <strong>this</strong>, <em>then</em> <u>sign</u>. <s>Not</s> <code>A1</code><br />New line</p>',
      '<ul><li><p>One</p></li></ul><ol start="3"><li><p>Three</p></li></ol><blockquote><p>Said</p></blockquote>',
      '<table><tbody><tr><th scope="col" colspan="2">Zone</th></tr><tr><td>A</td><td rowspan="2">B</td></tr></tbody></table>',
      '<aside data-callout="warning"><p>Stop</p></aside>',
      `<img data-file="${FILE}" alt="A cone &amp; a sign" />`,
      `<img data-file="${FILE}" alt="" data-decorative="yes" />`,
      `<figure data-file="${FILE}" data-kind="video"><figcaption>How it goes</figcaption></figure>`,
      '<p><a href="https://ok.example/?a=1&amp;b=2" rel="noopener noreferrer">Guide</a> <a href="mailto:a@b.example" rel="noopener noreferrer">Ask</a></p>',
    ].join('');
    expect(sanitisePage(page)).toBe(page);
  });

  it('says what a heading cell heads where nobody said it', () => {
    const table = (cells: string) => `<table><tbody>${cells}</tbody></table>`;
    expect(sanitisePage(table('<tr><th>A</th></tr><tr><th>B</th><td>C</td></tr>'))).toBe(
      table('<tr><th scope="col">A</th></tr><tr><th scope="row">B</th><td>C</td></tr>'),
    );
    const rows = table('<tr><th scope="row">A</th><td>B</td></tr>');
    expect(sanitisePage(rows)).toBe(rows);
  });

  it('takes looser markup for what it means and leaves the words of the rest', () => {
    expect(sanitisePage('<div><h1>T</h1><p><b>b</b><i>i</i><span style="x">s</span></p></div>')).toBe(
      '<h2>T</h2><p><strong>b</strong><em>i</em>s</p>',
    );
    expect(sanitisePage('<p><a href="/relative">x</a></p><img src="https://a.example/x.png" alt="x">')).toBe(
      '<p>x</p>',
    );
    expect(sanitisePage('<aside data-callout="ad"><p>x</p></aside><figure><p>y</p></figure>')).toBe('<p>x</p><p>y</p>');
  });

  it('is what the demonstration holds', () => {
    const { courses } = generateAlliance({ seed: 'Waymark', today: '2026-11-23' });
    const pages = courses
      .flatMap((course) => course.versions.flatMap((version) => version.activities))
      .flatMap(({ settings }) => (settings?.kind === 'page' ? [settings.html] : []));
    expect(pages.length).toBeGreaterThan(0);
    for (const html of pages) expect(sanitisePage(html)).toBe(html);
  });

  it('keeps what looks like markup as the text it is', () => {
    expect(sanitisePage('<p>a &lt;script&gt; and 1 &amp; 2 < 3</p>')).toBe(
      '<p>a &lt;script&gt; and 1 &amp; 2 &lt; 3</p>',
    );
  });
});
