import { BROUGHT_IN } from './brought-in.js';
import { DATA_PROTECTION } from './data-protection.js';
import { FROM_OUTSIDE } from './from-outside.js';
import { MESSAGES } from './messages.js';
import { NOT_PERSONAL } from './not-personal.js';
import { WHAT_IS_OWED } from './what-is-owed.js';
import { WHAT_WAS_DONE } from './what-was-done.js';
import { WHO_THEY_ARE } from './who-they-are.js';
import type { PersonalTable } from './entry.js';

/**
 * What every table and column holds of a person: the one place from which the preview of an erasure, the erasure itself
 * and a person's download are made. A census test compares it with the migrated database, so that a column about which
 * nobody has decided does not pass.
 */
export const PERSONAL: readonly PersonalTable[] = [
  ...BROUGHT_IN,
  ...WHO_THEY_ARE,
  ...WHAT_IS_OWED,
  ...WHAT_WAS_DONE,
  ...FROM_OUTSIDE,
  ...MESSAGES,
  ...DATA_PROTECTION,
];
export { NOT_PERSONAL };
