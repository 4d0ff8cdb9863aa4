/** Where drafts of forms are kept on this device, one per person who is signed in, so that colleagues see only theirs. */
const keyOf = (name: string, personId: string): string => `waymark.draft.${name}.${personId}`;

/** What was typed earlier and not sent; fields that the form has gained since are empty. Null when nothing is kept. */
export function readDraft<V extends object>(name: string, personId: string, empty: V): V | null {
  try {
    const kept = localStorage.getItem(keyOf(name, personId));
    return kept ? { ...empty, ...(JSON.parse(kept) as Partial<V>) } : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets it when there is nothing in it. */
export function writeDraft<V extends object>(name: string, personId: string, values: V, empty: V): void {
  try {
    const text = JSON.stringify(values);
    if (text === JSON.stringify(empty)) localStorage.removeItem(keyOf(name, personId));
    else localStorage.setItem(keyOf(name, personId), text);
  } catch {
    // Without storage the draft lasts as long as the page.
  }
}

export function forgetDraft(name: string, personId: string): void {
  try {
    localStorage.removeItem(keyOf(name, personId));
  } catch {
    // Nothing was kept.
  }
}
