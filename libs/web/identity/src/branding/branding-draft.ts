import type { BrandAccent, Branding, BrandLogo, SaveBranding } from '@lms/contracts';
import { checkAccent, isHex, type Scheme } from '@lms/domain';

/** What is being edited. `touched`: the colour of dark pages was chosen by hand and follows the other no more. */
export interface BrandingDraft {
  name: string;
  accent: BrandAccent | null;
  touched: boolean;
  support: Branding['support'];
  logo: BrandLogo | null;
}

/** The product's own, from which one begins. */
export const FIRST_ACCENT: BrandAccent = { light: '#0e596b', dark: '#90ccde' };

export const draftOf = ({ name, accent, support, logo }: Branding): BrandingDraft => ({
  ...{ accent, support, logo, name: name ?? '' },
  touched: accent !== null,
});

export const requestOf = ({ name, accent, support, logo }: BrandingDraft): SaveBranding => ({
  ...{ accent, support, name: name.trim() || null },
  logoSha256: logo?.sha256 ?? null,
});

/** With another colour; that of dark pages goes along with the other until somebody chooses it. */
export function withColour(draft: BrandingDraft, scheme: Scheme, hex: string): BrandingDraft {
  const accent = { ...(draft.accent ?? FIRST_ACCENT), [scheme]: hex };
  if (scheme === 'dark') return { ...draft, accent, touched: true };
  const follows = !draft.touched && isHex(hex);
  return { ...draft, accent: follows ? { ...accent, dark: checkAccent(hex, 'dark').nearest } : accent };
}

/** Whether every colour can be saved. */
export const isReadable = ({ accent }: Pick<BrandingDraft, 'accent'>): boolean =>
  accent === null ||
  (['light', 'dark'] as const).every((scheme) => isHex(accent[scheme]) && checkAccent(accent[scheme], scheme).passes);
