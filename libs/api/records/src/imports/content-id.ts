import { v5 } from 'uuid';

/** Of imports in this product; any constant does. */
const NAMESPACE = '5f0c1c0e-6f2f-4a86-9d3c-2d1f4b7a9e10';

/** The same content has the same id, so that the ledger takes it once, from whatever file it comes. */
export const contentId = (...parts: readonly string[]): string => v5(JSON.stringify(parts), NAMESPACE);
