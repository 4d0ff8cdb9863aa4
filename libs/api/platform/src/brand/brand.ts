import type { SupportContact } from '@lms/contracts';
import { type Palette, paletteOf } from '@lms/domain';

/** What the platform calls itself and looks like: for pages, mails and papers. */
export interface Brand {
  /** 0 is the product's own. */
  readonly version: number;
  readonly name: string;
  /** Null: the product's own colours. */
  readonly palette: Readonly<Record<'light' | 'dark', Palette>> | null;
  readonly logo: BrandPicture | null;
  readonly support: SupportContact;
}

/** A PNG; sizes in pixels. */
export interface BrandPicture {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

export const PRODUCT = 'Waymark';

export const OWN_BRAND: Brand = {
  version: 0,
  name: PRODUCT,
  palette: null,
  logo: null,
  support: { name: '', email: '', phone: '' },
};

/** The brand of a stored row. */
export const brandOf = (row: BrandRow, bytes: Buffer | null): Brand => ({
  version: row.version,
  name: row.name ?? PRODUCT,
  palette: row.light && row.dark ? paletteOf({ light: row.light, dark: row.dark }) : null,
  logo: row.logo && bytes ? { ...row.logo, bytes } : null,
  support: row.support,
});

export interface BrandRow {
  version: number;
  name: string | null;
  light: string | null;
  dark: string | null;
  logo: Omit<BrandPicture, 'bytes'> | null;
  support: SupportContact;
}
