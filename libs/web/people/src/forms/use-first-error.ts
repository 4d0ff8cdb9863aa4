import { useEffect, useRef, useState } from 'react';

/** Brings the focus to the first field with an error, each time it is asked to, and not while somebody corrects it. */
export function useFirstError<E extends HTMLElement>() {
  const area = useRef<E>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) area.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked]);
  return { area, focusFirstError: () => setAsked((times) => times + 1) };
}
