import type { SupportContact } from '@lms/contracts';

/** What the platform calls itself, the address of its logo, and whom one can ask. Its colours stand in the page as style. */
export interface PageBrand {
  readonly name: string;
  readonly logo?: string | null;
  readonly support?: SupportContact;
  /** The same in one line. */
  readonly help?: string | null;
}

/** As the page says that the app came with. */
export const brand: PageBrand = JSON.parse(
  document.getElementById('brand')?.textContent ?? '{"name":"Waymark"}',
) as PageBrand;
