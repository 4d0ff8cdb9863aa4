import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { meantBy, singleKeys } from './shortcuts.js';

/** How long "g" waits for the key after it, in milliseconds. */
const WAITS = 1500;

export type Asked = 'palette' | 'help';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

/** Listens to the keyboard; answers what was last asked for, a new object each time. `pressed` counts presses of a button. */
export function useShortcuts(pressed: number): { what: Asked } | null {
  const [asked, setAsked] = useState<{ what: Asked } | null>(null);
  const navigate = useNavigate();
  const before = useRef<{ key: string; at: number } | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role=dialog], dialog[open]')) return;
      const last = before.current;
      before.current = null;
      const after = last && event.timeStamp - last.at < WAITS ? last.key : null;
      const meant = meantBy(event, { typing: isTyping(event.target), after, single: singleKeys.on() });
      if (meant === null) return;
      if (meant === 'g') {
        before.current = { key: 'g', at: event.timeStamp };
        return;
      }
      if (meant === 'search') {
        const field = document.querySelector<HTMLInputElement>('main input[type=search]');
        if (!field) return;
        field.focus();
      } else if (typeof meant === 'object') void navigate(meant.go);
      else setAsked({ what: meant });
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate]);
  useEffect(() => {
    if (pressed > 0) setAsked({ what: 'palette' });
  }, [pressed]);
  return asked;
}
