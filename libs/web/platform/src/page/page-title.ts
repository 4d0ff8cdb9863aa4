import { useEffect } from 'react';
import { brand } from '../brand/brand.js';

const listeners = new Set<() => void>();
let title = '';

export const pageTitle = {
  read: (): string => title,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The page's title, in the browser's tab and for a screen reader after a navigation. Undefined while it loads. */
export function usePageTitle(next: string | undefined): void {
  useEffect(() => {
    if (next === undefined) return;
    title = next;
    document.title = `${next} | ${brand.name}`;
    for (const listener of listeners) listener();
  }, [next]);
}
