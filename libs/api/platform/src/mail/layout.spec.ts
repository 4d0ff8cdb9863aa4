import { describe, expect, it } from '@jest/globals';
import { OWN_BRAND } from '../brand/brand.js';
import { renderMail } from './layout.js';
import { mailBrandOf } from './mail-brand.js';

const LETTER = {
  greeting: 'Hello Ada,',
  paragraphs: ['There is a place for you on {brand}.'],
  action: { label: 'Sign in', url: 'https://learn.example.org/sign-in' },
  closing: 'If you did not expect this, you can leave it alone.',
};

describe('a mail', () => {
  it('is the product’s own where nothing was set', () => {
    const { text, html } = renderMail(LETTER);
    expect(text).toContain('a place for you on Waymark.');
    expect(text).not.toContain('For help');
    expect(html).toContain('<title>Waymark</title>');
    expect(html).not.toContain('<img');
  });
  it('has the name, colours, logo and help of the brand, and nothing of them as markup', () => {
    const palette = { light: { brand: '#7a1f5c' }, dark: { brand: '#e08bc4' } } as never;
    const logo = { sha256: 'ab'.repeat(32), width: 120, height: 60, bytes: Buffer.alloc(0) };
    const support = { name: 'Desk <b>', email: 'desk@example.org', phone: '' };
    const brand = mailBrandOf(
      { ...OWN_BRAND, name: 'Roads & Co $&', palette, logo, support },
      'https://learn.example.org',
    );
    const { text, html } = renderMail(LETTER, brand);
    expect(text).toContain('a place for you on Roads & Co $&.');
    expect(text).toContain('For help: Desk <b>, desk@example.org.');
    expect(html).toContain('<title>Roads &#38; Co $&#38;</title>');
    expect(html).toContain('Desk &#60;b&#62;');
    expect(html).toContain('src="https://learn.example.org/api/v1/branding/logo?v=abababababab"');
    expect(html).toContain('height="36" width="72"');
    expect(html).toContain('background:#7a1f5c;color:#ffffff');
    expect(html).toContain('.wm-button { background: #e08bc4 !important');
  });
});
