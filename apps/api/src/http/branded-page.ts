import { createHash } from 'node:crypto';
import { type Brand, supportLine } from '@lms/api-platform';
import type { Palette } from '@lms/domain';
import { brandIcon, type BrandIcon } from './brand-icon.js';

/** What each colour is called in the style sheets. */
const VARIABLES: Readonly<Record<keyof Palette, string>> = {
  brand: '--brand',
  brandHover: '--brand-hover',
  brandSoft: '--brand-soft',
  brandInk: '--brand-ink',
  brandLine: '--brand-line',
  sign: '--sign',
  signEdge: '--sign-edge',
  signInk2: '--sign-ink-2',
  progress: '--progress',
  progressBg: '--progress-bg',
};

/**
 * The app's one page with the brand in it, so that the first thing that is painted has the right colours and name. Colours
 * are style, the rest is data that the app reads; nothing of it can be a program.
 */
export function brandedPage(html: string, brand: Brand): { html: string; etag: string } {
  const { version, name, logo, support, palette } = brand;
  const address = logo && `/api/v1/branding/logo?v=${logo.sha256.slice(0, 12)}`;
  const icon = brandIcon(brand);
  const page = { name, logo: address, support, help: supportLine(support) };
  const data = JSON.stringify(page).replaceAll('<', '\\u003c');
  const style = palette
    ? `<style>html:root{${rules(palette.light)};${ramp(palette)}}html[data-mantine-color-scheme='dark']{${rules(palette.dark)}}</style>`
    : '';
  // Functions, so that a $ in a name is a $.
  const branded = (icon ? html.replace(/<link rel="icon"[^>]*>/, () => linkTo(icon)) : html)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(name)}</title>`)
    .replace(/<noscript>\S+/, () => `<noscript>${escaped(name)}`)
    .replace('</head>', () => `${style}<script type="application/json" id="brand">${data}</script></head>`);
  return { html: branded, etag: `"${createHash('sha256').update(branded).digest('hex').slice(0, 20)}-${version}"` };
}

const linkTo = ({ type, href }: BrandIcon): string => `<link rel="icon" type="${type}" href="${href}" />`;

/** The steps of the brand's ramp that are used by themselves: on printed cards, and by the component library. */
const ramp = ({ light, dark }: { light: Palette; dark: Palette }): string =>
  `--petrol-3:${dark.brand};--petrol-7:${light.brand};--petrol-8:${light.sign}`;

const rules = (palette: Palette): string =>
  Object.entries(VARIABLES)
    .map(([key, variable]) => `${variable}:${palette[key as keyof Palette]}`)
    .join(';');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
