import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { pageTitle } from './page-title.js';

const hidden = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/**
 * After a navigation the focus goes to the page's `main`, so that the keyboard and a screen reader begin there, and the
 * new title is said. The first page of a visit is left to the browser.
 */
export function NavigationFocus() {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  const [moved, setMoved] = useState(false);
  const title = useSyncExternalStore(pageTitle.subscribe, pageTitle.read);
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = '';
    setMoved(true);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div aria-live="polite" style={hidden}>
      {moved ? title : ''}
    </div>
  );
}
