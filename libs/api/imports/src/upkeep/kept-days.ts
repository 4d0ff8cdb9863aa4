/** How long rows, messages and result files stay. */
export const KEPT_DAYS = 30;
