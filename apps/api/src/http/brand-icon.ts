import { type Brand, PRODUCT } from '@lms/api-platform';

/** A logo that is wider or higher than this is unreadable on a tab. */
const MOST_UNEQUAL = 1.25;

export interface BrandIcon {
  type: 'image/png' | 'image/svg+xml';
  /** Where the page finds it. */
  href: string;
}

/** What stands on the tab: the logo where it is about square, the first letter on the brand's sign, or the product's own. */
export function brandIcon({ version, name, logo, palette }: Brand): BrandIcon | null {
  if (logo && Math.max(logo.width / logo.height, logo.height / logo.width) <= MOST_UNEQUAL)
    return { type: 'image/png', href: `/api/v1/branding/logo?v=${logo.sha256.slice(0, 12)}` };
  const own = version === 0 || (!palette && !logo && name === PRODUCT);
  return own ? null : { type: 'image/svg+xml', href: `/icon.svg?v=${version}` };
}

/** The first letter on a sign of the brand's colour. */
export function letterIcon({ name, palette }: Brand): string {
  const letter = [...name.trim()][0]?.toUpperCase() ?? '';
  const safe = letter.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${palette?.light.sign ?? '#074351'}"/><rect x="2.5" y="2.5" width="27" height="27" rx="5.5" fill="none" stroke="#fff" stroke-width="1.5"/><text x="16" y="22.5" text-anchor="middle" font-family="system-ui, sans-serif" font-size="18" font-weight="700" fill="#fff">${safe}</text></svg>`;
}
