import { useState } from 'react';

/** Whether the page elsewhere was opened from here, also after this one was loaded again. */
export function useOpened(attemptId: string): [opened: boolean, open: () => void] {
  const key = `waymark.opened.${attemptId}`;
  const [opened, setOpened] = useState(() => {
    try {
      return sessionStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  });
  const open = () => {
    setOpened(true);
    try {
      sessionStorage.setItem(key, 'yes');
    } catch {
      // Without storage it is known until the page is loaded again.
    }
  };
  return [opened, open];
}
