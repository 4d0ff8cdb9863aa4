import type { Tx } from '@lms/api-platform';

/**
 * From here on the transaction looks rows up rather than reading whole tables. A chunk asks for a thousand rows out of many;
 * a plan that was made while the tables were small, and is kept for the checks of foreign keys too, reads all of them for each.
 */
export const byIndex = (tx: Tx): Promise<unknown> => tx.query(`select set_config('enable_seqscan', 'off', true)`);
