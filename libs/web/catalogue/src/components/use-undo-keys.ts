import { useEffect, useRef } from 'react';

/** Where typing has an undo of its own. */
const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';

/** Ctrl Z or ⌘ Z undoes, with Shift (or Ctrl Y) it is done again, as long as nobody is typing. */
export function useUndoKeys(take: (way: 'undo' | 'redo') => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((!event.ctrlKey && !event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && key !== 'y') return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      if (document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      latest.current(redo ? 'redo' : 'undo');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
