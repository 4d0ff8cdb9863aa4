import type { UploadEntry } from './upload-entry.js';

const storageKey = 'waymark.uploads';

export interface KeptUploads {
  read(): UploadEntry[];
  write(entries: readonly UploadEntry[]): void;
}

/** Remembers uploads for as long as this tab is open, so that loading the page again does not lose sight of them. */
export const sessionUploads: KeptUploads = {
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as UploadEntry[];
    } catch {
      return [];
    }
  },
  write(entries) {
    try {
      if (entries.length === 0) sessionStorage.removeItem(storageKey);
      else sessionStorage.setItem(storageKey, JSON.stringify(entries));
    } catch {
      // Without storage they are remembered until the page is loaded again.
    }
  },
};
