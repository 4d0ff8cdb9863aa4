/** What people have typed and not sent yet is kept on their device below this name. */
const PREFIX = 'waymark.draft.';
const WHOSE = 'waymark.drafts-of';

/** Nothing that somebody typed stays on a device after they have signed out of it. */
export function clearKeptDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Without storage there is nothing kept.
  }
}

/** Drafts wait for the person who typed them when a session has merely ended, and for nobody else. */
export function keepDraftsOf(personId: string): void {
  try {
    if (localStorage.getItem(WHOSE) !== personId) clearKeptDrafts();
    localStorage.setItem(WHOSE, personId);
  } catch {
    // The same.
  }
}
