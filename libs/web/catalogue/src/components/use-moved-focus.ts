import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus on the button that moved something: the browser drops it when the row is put elsewhere. Rows carry
 * `data-row={key}`, their move buttons `data-move`; a row may move from one list to another within the root.
 */
export function useMovedFocus<Root extends HTMLElement>() {
  const root = useRef<Root>(null);
  const moved = useRef<{ key: string; by: -1 | 1; from: number } | null>(null);
  const rows = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const placeOf = (key: string): number => rows().findIndex((row) => row.dataset['row'] === key);
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { key, by, from } = moved.current;
    const place = placeOf(key);
    if (place === from) return;
    moved.current = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    rows()[place]?.querySelector<HTMLElement>(`[data-move="${by}"]`)?.focus();
  });
  /** Says which row is about to move. */
  const remember = (key: string, by: -1 | 1) => {
    moved.current = { key, by, from: placeOf(key) };
  };
  /** Goes to a row's heading: the row that had the focus is about to go. */
  const focusRow = (key: string) => rows()[placeOf(key)]?.querySelector<HTMLElement>('h3')?.focus();
  return { root, remember, focusRow };
}
