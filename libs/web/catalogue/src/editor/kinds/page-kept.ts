/** A text that was typed on this device and did not get to the API. */
export interface KeptPage {
  html: string;
  /** What was saved when it was typed. */
  base: string;
  /** ISO 8601. */
  at: string;
}

const keyOf = (versionId: string, activityId: string): string => `waymark.draft.page.${versionId}.${activityId}`;

export function readKeptPage(versionId: string, activityId: string): KeptPage | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(versionId, activityId)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepPage(versionId: string, activityId: string, page: KeptPage | null): void {
  try {
    if (page === null) localStorage.removeItem(keyOf(versionId, activityId));
    else localStorage.setItem(keyOf(versionId, activityId), JSON.stringify(page));
  } catch {
    // Without storage the text lasts as long as the page.
  }
}

function isKept(value: unknown): value is KeptPage {
  if (typeof value !== 'object' || value === null) return false;
  return ['html', 'base', 'at'].every(
    (name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string',
  );
}
