import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus on the button that moved something: the browser may drop it when the row is put elsewhere in its
 * list. Rows are the list's children and carry `data-row={key}`, their move buttons `data-move`.
 */
export function useMovedFocus<L extends HTMLElement>() {
  const list = useRef<L>(null);
  const moved = useRef<{ key: string; by: -1 | 1; from: number } | null>(null);
  const placeOf = (key: string): number =>
    [...(list.current?.children ?? [])].findIndex((row) => row instanceof HTMLElement && row.dataset['row'] === key);
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { key, by, from } = moved.current;
    const place = placeOf(key);
    if (place === from) return;
    moved.current = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    list.current?.children[place]?.querySelector<HTMLElement>(`[data-move="${by}"]`)?.focus();
  });
  /** Says which row is about to move. */
  const remember = (key: string, by: -1 | 1) => {
    moved.current = { key, by, from: placeOf(key) };
  };
  return { list, remember };
}
