import { useEffect, useState } from 'react';

/** What had the focus; of an entry in a menu, which goes away, the button that opens the menu. */
function opener(): Element | null {
  const focused = document.activeElement;
  const label = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return (label ? document.getElementById(label) : null) ?? focused;
}

/** Gives the focus back to where it was once what uses this is gone, unless it has gone somewhere by then. */
export function useReturnFocus(): void {
  const [from] = useState(opener);
  useEffect(
    () => () => {
      const { activeElement, body } = document;
      if (activeElement !== null && activeElement !== body) return;
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    },
    [from],
  );
}
