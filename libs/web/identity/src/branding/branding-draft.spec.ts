import { describe, expect, it } from '@jest/globals';
import { checkAccent } from '@lms/domain';
import { type BrandingDraft, isReadable, withColour } from './branding-draft.js';
import { fitted } from './draw-logo.js';

const draft: BrandingDraft = {
  ...{ name: '', accent: null, touched: false, logo: null },
  support: { name: '', email: '', phone: '' },
};

describe('the draft of a brand', () => {
  it('takes a colour for dark pages from that of light ones until one is chosen', () => {
    const first = withColour(draft, 'light', '#7a1f5c');
    expect(first.accent?.dark).toBe(checkAccent('#7a1f5c', 'dark').nearest);
    expect(isReadable(first)).toBe(true);
    const chosen = withColour(first, 'dark', '#ffffff');
    expect(withColour(chosen, 'light', '#0e596b').accent).toEqual({ light: '#0e596b', dark: '#ffffff' });
  });
  it('keeps what is typed half, and does not let it be saved', () => {
    const half = withColour(draft, 'light', '#7a1');
    expect(half.accent?.light).toBe('#7a1');
    expect(isReadable(half)).toBe(false);
    expect(isReadable(draft)).toBe(true);
  });
  it('fits a picture into what is accepted', () => {
    const most = { width: 1024, height: 512 };
    expect(fitted(300, 100, most)).toEqual({ width: 300, height: 100 });
    expect(fitted(4000, 1000, most)).toEqual({ width: 1024, height: 256 });
    expect(fitted(100, 5120, most)).toEqual({ width: 10, height: 512 });
    expect(fitted(0, 0, most)).toEqual({ width: 512, height: 256 });
  });
});
