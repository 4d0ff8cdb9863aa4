import { isHex, type Palette, paletteOf, type Scheme, SCHEMES } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Button, Logo } from '@lms/web-ui';
import type { CSSProperties } from 'react';
import type { BrandingDraft } from './branding-draft.js';
import { brandingTexts } from './branding-texts.js';
import styles from './branding.module.css';

const variablesOf = (palette: Palette): CSSProperties =>
  ({
    '--brand': palette.brand,
    '--brand-hover': palette.brandHover,
    '--brand-soft': palette.brandSoft,
    '--brand-ink': palette.brandInk,
    '--brand-line': palette.brandLine,
    '--sign': palette.sign,
    '--sign-edge': palette.signEdge,
    '--sign-ink-2': palette.signInk2,
  }) as CSSProperties;

/** The brand as it will be, in both schemes whatever the page is in. Not to be pressed, and silent for a screen reader. */
export function BrandPreview({ draft, logo }: { draft: BrandingDraft; logo: string | null }) {
  const { t } = useTexts(brandingTexts);
  const { accent } = draft;
  const palettes = accent && isHex(accent.light) && isHex(accent.dark) ? paletteOf(accent) : null;
  const look = (scheme: Scheme) => (
    <figure key={scheme} className={styles.look}>
      <figcaption>{t(`preview.${scheme}`)}</figcaption>
      <div
        className={styles.page}
        data-mantine-color-scheme={scheme}
        style={palettes ? variablesOf(palettes[scheme]) : OWN[scheme]}
        aria-hidden
        inert
      >
        <Logo brand={{ name: draft.name.trim() || 'Waymark', logo }} size={28} />
        <div className={styles.sheet}>
          <div className={styles.sign}>
            <small>{t('preview.next')}</small>
            <b>{t('preview.course')}</b>
            <span className={styles.mark} />
          </div>
          <p className={styles.soft}>{t('preview.soft')}</p>
          <p className={styles.row}>
            <Button variant="main">{t('preview.button')}</Button>
            <span className={styles.link}>{t('preview.link')}</span>
          </p>
        </div>
      </div>
    </figure>
  );
  return <div className={styles.looks}>{SCHEMES.map(look)}</div>;
}

/** The product's own colours, also where the page is in another brand's already. */
const OWN: Readonly<Record<Scheme, CSSProperties>> = {
  light: {
    ...{ '--brand': '#0e596b', '--brand-hover': '#074351', '--brand-soft': '#d9f1f8', '--brand-ink': '#074351' },
    ...{ '--sign': '#074351', '--sign-edge': '#ffffff', '--sign-ink-2': '#b9e1ed' },
  } as CSSProperties,
  dark: {
    ...{ '--brand': '#90ccde', '--brand-hover': '#b9e1ed', '--brand-soft': '#0e333d', '--brand-ink': '#b9e1ed' },
    ...{ '--sign': '#024554', '--sign-edge': '#c9e3ec', '--sign-ink-2': '#b9e1ed' },
  } as CSSProperties,
};
