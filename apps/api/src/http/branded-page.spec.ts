import { describe, expect, it } from '@jest/globals';
import { OWN_BRAND } from '@lms/api-platform';
import { paletteOf } from '@lms/domain';
import { brandedPage } from './branded-page.js';

const HTML =
  '<html><head><title>Waymark</title><link rel="stylesheet" href="/a.css"></head><body><noscript>Waymark needs JavaScript.</noscript></body></html>';

describe('the page with the brand in it', () => {
  it('says the name, and of the product’s own brand no colours', () => {
    const { html } = brandedPage(HTML, OWN_BRAND);
    expect(html).toContain('<title>Waymark</title>');
    expect(html).not.toContain('<style>');
    expect(html).toContain('{"name":"Waymark","logo":null,');
  });
  it('holds the colours of both schemes before anything is painted, and changes its tag with them', () => {
    const palette = paletteOf({ light: '#7a1f5c', dark: '#e08bc4' });
    const branded = brandedPage(HTML, { ...OWN_BRAND, version: 3, palette });
    expect(branded.html).toMatch(
      /<style>html:root\{--brand:#7a1f5c;.*\}html\[data-mantine-color-scheme='dark'\]\{--brand:#e08bc4;.*<\/head>/,
    );
    expect(branded.etag).not.toBe(brandedPage(HTML, OWN_BRAND).etag);
  });
  it('can hold no program, whatever the name is', () => {
    const name = `</script><script>alert('$&')</script>`;
    const { html } = brandedPage(HTML, { ...OWN_BRAND, name, support: { name, email: '', phone: '' } });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<title>&#60;/script&#62;');
    const data = /<script type="application\/json" id="brand">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ name, support: { name } });
  });
});
