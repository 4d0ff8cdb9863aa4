import { useCallback, useEffect, useState, type RefObject } from 'react';

export interface FullScreen {
  /** It has the whole screen, or the whole window. */
  full: boolean;
  /** It is to be laid over the whole window: the browser gives no element the screen, as on Apple's phones. */
  filled: boolean;
  toggle: () => void;
}

/** Gives an element the whole screen, and takes it away again; where the browser refuses, the whole window. */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [byBrowser, setByBrowser] = useState(false);
  const [filled, setFilled] = useState(false);
  useEffect(() => {
    const read = (): void =>
      setByBrowser(document.fullscreenElement !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', read);
    return () => document.removeEventListener('fullscreenchange', read);
  }, [element]);
  useEffect(() => {
    if (!filled) return;
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setFilled(false);
    };
    const { overflow } = document.body.style;
    document.body.style.overflow = 'hidden';
    document.addEventListener('keydown', leave);
    return () => {
      document.body.style.overflow = overflow;
      document.removeEventListener('keydown', leave);
    };
  }, [filled]);
  const toggle = useCallback((): void => {
    if (filled) setFilled(false);
    else if (document.fullscreenElement) void document.exitFullscreen();
    else if (typeof element.current?.requestFullscreen === 'function')
      element.current.requestFullscreen().catch(() => setFilled(true));
    else setFilled(true);
  }, [element, filled]);
  return { full: byBrowser || filled, filled, toggle };
}
