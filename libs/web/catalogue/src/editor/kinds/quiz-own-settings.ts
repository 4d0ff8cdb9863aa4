import type { QuizSettings } from '@lms/contracts';
import { useRef, useState } from 'react';

/**
 * The settings as they are edited here. Each change builds on the one before it, saved or not; what comes back from a
 * save of our own changes nothing, what somebody else saved is taken over.
 */
export function useOwnSettings(settings: QuizSettings, onSave: (settings: QuizSettings) => void) {
  const [own, setOwn] = useState(settings);
  const latest = useRef(settings);
  const known = useRef(new Set([JSON.stringify(settings)]));
  const [seen, setSeen] = useState(settings);
  if (settings !== seen) {
    setSeen(settings);
    const text = JSON.stringify(settings);
    if (!known.current.has(text)) {
      known.current.add(text);
      latest.current = settings;
      setOwn(settings);
    }
  }
  const change = (part: Partial<QuizSettings>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    known.current.add(JSON.stringify(next));
    setOwn(next);
    onSave(next);
  };
  return { own, change };
}
