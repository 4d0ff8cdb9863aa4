import { describe, expect, it } from '@jest/globals';
import { type Brand, OWN_BRAND } from '@lms/api-platform';
import { paletteOf } from '@lms/domain';
import { letterIcon } from './brand-icon.js';
import { brandedPage } from './branded-page.js';

const HTML =
  '<html><head><title>Waymark</title><link rel="icon" type="image/svg+xml" href="/icon.svg" /><link rel="stylesheet" href="/a.css"></head><body><noscript>Waymark needs JavaScript.</noscript></body></html>';

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
  it('has a tab of its own: a square logo, else its first letter', () => {
    const logo = (width: number) => ({ sha256: 'ab'.repeat(32), width, height: 40, bytes: Buffer.alloc(0) });
    const iconOf = (part: Partial<Brand>) =>
      /<link rel="icon" type="([^"]+)" href="([^"]+)"/
        .exec(brandedPage(HTML, { ...OWN_BRAND, ...part }).html)
        ?.slice(1);
    expect(iconOf({})).toEqual(['image/svg+xml', '/icon.svg']);
    expect(iconOf({ version: 2, logo: logo(44) })).toEqual(['image/png', '/api/v1/branding/logo?v=abababababab']);
    expect(iconOf({ version: 2, logo: logo(120) })).toEqual(['image/svg+xml', '/icon.svg?v=2']);
    expect(letterIcon({ ...OWN_BRAND, name: '<i>' })).toContain('>&#60;</text>');
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
