/** An item of a checklist. Failing a critical one fails the whole. */
export interface ChecklistItem {
  readonly id: string;
  readonly critical: boolean;
}

/** What the assessor saw; null is not looked at yet. */
export interface ItemFinding {
  readonly itemId: string;
  readonly met: boolean | null;
}

export interface PracticalOutcome {
  /** Ids of items that nobody has looked at; with any of them the assessment cannot be signed. */
  readonly open: readonly string[];
  /** Ids of items that are not met, in the order of the checklist. */
  readonly missed: readonly string[];
  /** Null while items are open. */
  readonly passed: boolean | null;
}

/**
 * What a checklist comes to. It is passed when every critical item is met; the others that are not met are things to
 * work on. In a checklist without critical items every one counts. Findings about other items say nothing, and of two
 * findings about one item the later counts. An empty checklist is never passed.
 */
export const practicalOutcome = (
  items: readonly ChecklistItem[],
  findings: readonly ItemFinding[],
): PracticalOutcome => {
  const met = new Map(findings.map((finding) => [finding.itemId, finding.met]));
  const open = items.filter(({ id }) => typeof met.get(id) !== 'boolean').map(({ id }) => id);
  const missedItems = items.filter(({ id }) => met.get(id) === false);
  const decisive = items.some(({ critical }) => critical)
    ? missedItems.filter(({ critical }) => critical)
    : missedItems;
  const passed = open.length > 0 ? null : items.length > 0 && decisive.length === 0;
  return { open, missed: missedItems.map(({ id }) => id), passed };
};
