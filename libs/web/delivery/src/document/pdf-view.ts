/** A document as the pages it was printed as, or as text that fits any screen. */
export type PdfView = 'pages' | 'text';

/** How wide a page is, as a part of the room that it has. */
export const ZOOMS: readonly number[] = [1, 1.5, 2, 3];
