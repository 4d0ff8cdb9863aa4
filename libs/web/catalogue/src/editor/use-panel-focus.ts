import { useEffect, useRef, type RefObject } from 'react';

interface Places {
  /** The heading of what opened. */
  heading: RefObject<HTMLHeadingElement | null>;
  /** What opens it again. */
  opener: RefObject<HTMLButtonElement | null>;
}

/**
 * Leads to a panel that opened, wherever the page stood, and back to its button once it is closed: the button that had
 * the focus is gone then.
 */
export function usePanelFocus(open: boolean): Places {
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    if (open === before.current) return;
    before.current = open;
    const place = open ? heading.current : opener.current;
    if (open) heading.current?.scrollIntoView?.({ block: 'start' });
    const dropped = document.activeElement === null || document.activeElement === document.body;
    if (open || dropped) place?.focus({ preventScroll: true });
  }, [open]);
  return { heading, opener };
}
