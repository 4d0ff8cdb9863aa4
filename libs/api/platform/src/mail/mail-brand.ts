import type { SupportContact } from '@lms/contracts';
import type { Brand } from '../brand/brand.js';
import { OWN_BRAND } from '../brand/brand.js';

/** What a mail shows of the brand; `ink` is the colour of links and the button, `inkDark` the same in a dark scheme. */
export interface MailBrand {
  readonly name: string;
  readonly ink: string;
  readonly inkDark: string;
  /** The whole address of a PNG, with its size in pixels. */
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
  readonly support: SupportContact;
}

const OWN_INK = { ink: '#0e596b', inkDark: '#7fd0e2' };
export const OWN_MAIL_BRAND: MailBrand = { ...OWN_INK, name: OWN_BRAND.name, logo: null, support: OWN_BRAND.support };

export const mailBrandOf = ({ name, palette, logo, support }: Brand, origin: string): MailBrand => ({
  name,
  support,
  ink: palette?.light.brand ?? OWN_INK.ink,
  inkDark: palette?.dark.brand ?? OWN_INK.inkDark,
  logo: logo && {
    url: `${origin}/api/v1/branding/logo?v=${logo.sha256.slice(0, 12)}`,
    width: logo.width,
    height: logo.height,
  },
});

/** Words of a mail with the name in its place. */
export const sayBrand = (words: string, { name }: Pick<MailBrand, 'name'>): string =>
  words.replaceAll('{brand}', () => name);

/** Whom to ask, in a line; null where nobody is named. */
export function supportLine({ name, email, phone }: SupportContact): string | null {
  const parts = [name, email, phone].filter(Boolean);
  return parts.length > 0 ? `For help: ${parts.join(', ')}.` : null;
}
