import { describe, expect, it } from '@jest/globals';
import { PAGE, launching, scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { unpack } from '../../../../../test/fixtures/packages/unpack.js';

describe('where a lesson starts', () => {
  const files = { 'index.html': PAGE, 'Lessons/Über uns.html': PAGE, 'a%20b.html': PAGE, 'l/one.html': PAGE };
  it.each([
    ['index.html?a=1#top', '', '', 'index.html?a=1#top', 'index.html'],
    ['index.html', '?a=1&amp;b=2', '', 'index.html?a=1&b=2', 'index.html'],
    ['index.html?z=0', '&amp;a=1', '', 'index.html?z=0&a=1', 'index.html'],
    ['index.html', '#part2', '', 'index.html#part2', 'index.html'],
    ['index.html#part1', '#part2', '', 'index.html#part1', 'index.html'],
    ['index.html', 'q=&quot;&lt;x y&gt;', '', 'index.html?q=%22%3Cx%20y%3E', 'index.html'],
    ['INDEX.HTML', '', '', 'index.html', 'index.html'],
    ['lessons/über%20uns.html', '', '', 'Lessons/%C3%9Cber%20uns.html', 'Lessons/Über uns.html'],
    ['Lessons\\Über uns.html', '', '', 'Lessons/%C3%9Cber%20uns.html', 'Lessons/Über uns.html'],
    ['a%20b.html', '', '', 'a%2520b.html', 'a%20b.html'],
    ['l/../l/./one.html', '', '', 'l/one.html', 'l/one.html'],
    ['one.html', '', 'xml:base="l/"', 'l/one.html', 'l/one.html'],
    ['../index.html', '', 'xml:base="l/"', 'index.html', 'index.html'],
  ])('%s with %j and %j', async (href, parameters, resource, address, path) => {
    const { unpacked } = await unpack(launching(href, { parameters, resource }, files));
    expect(unpacked.scos[0]).toMatchObject({ href: address, path });
  });

  it('joins the bases of the resources and of the resource', async () => {
    const items = [{ id: 'a', href: 'one.html', resource: 'xml:base="b/"' }];
    const { unpacked } = await unpack(scorm12({ items, resources: 'xml:base="a/"' }, { 'a/b/one.html': PAGE }));
    expect(unpacked.scos[0]?.href).toBe('a/b/one.html');
  });
});
