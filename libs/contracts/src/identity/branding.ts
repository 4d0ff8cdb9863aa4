import { z } from 'zod';
import { Instant, shortText } from '../shared/common.js';

const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'Six digits from 0 to f after a #');
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Of links, buttons and the way, on light pages and on dark ones. */
export const BrandAccent = z.strictObject({ light: Colour, dark: Colour });
export type BrandAccent = z.infer<typeof BrandAccent>;

/** Whom everybody may ask for help; empty where there is no such thing. */
export const SupportContact = z.strictObject({
  name: z.string().trim().max(80),
  email: z.union([z.literal(''), z.email().max(254)]),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[0-9+() .-]*$/, 'Digits, spaces, +, brackets, dots and hyphens'),
});
export type SupportContact = z.infer<typeof SupportContact>;

/** A picture, always a PNG; sizes in pixels. */
export const BrandLogo = z.object({ sha256: Sha256, width: z.number().int(), height: z.number().int() });
export type BrandLogo = z.infer<typeof BrandLogo>;

const parts = {
  /** Null: the product's own. */
  name: shortText(40).nullable(),
  accent: BrandAccent.nullable(),
  support: SupportContact,
};

/** What the platform calls itself and looks like. */
export const Branding = z
  .object({
    ...parts,
    /** 0 until somebody sets it. */
    version: z.number().int(),
    logo: BrandLogo.nullable(),
    changedByName: z.string().nullable(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'Branding' });
export type Branding = z.infer<typeof Branding>;

export const SaveBranding = z.strictObject({ ...parts, logoSha256: Sha256.nullable() });
export type SaveBranding = z.infer<typeof SaveBranding>;

export const KeptLogo = BrandLogo.meta({ id: 'KeptLogo' });
export type KeptLogo = BrandLogo;
