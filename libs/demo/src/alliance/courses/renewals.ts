/** How the courses that are not renewed like all others are: what a lapse demands, and which course refreshes them. */
export interface RenewalPlan {
  windowDays: number;
  lapse: 'full' | 'refresher' | 'remainder';
  /** Days after the last valid one in which the refresher is still enough. */
  refresherDays: number;
  /** Codes of courses. */
  refresher: string | null;
  remainder: string | null;
}

const usual: RenewalPlan = { windowDays: 30, lapse: 'full', refresherDays: 0, refresher: null, remainder: null };

const plans: Readonly<Record<string, Partial<RenewalPlan>>> = {
  'MGR-501': { windowDays: 90, lapse: 'full', refresher: 'MGR-511' },
  'AID-521': { windowDays: 90, lapse: 'refresher', refresherDays: 28, refresher: 'AID-522' },
  'DIG-402': { windowDays: 90, lapse: 'remainder', refresher: 'DIG-403', remainder: 'DIG-404' },
};

export const renewalOf = (code: string): RenewalPlan => ({ ...usual, ...plans[code] });
