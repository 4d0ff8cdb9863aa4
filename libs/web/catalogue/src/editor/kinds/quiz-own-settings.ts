import type { QuizSettings } from '@lms/contracts';
import { useRef, useState } from 'react';

/** The same text for the same settings, in whatever order the server writes their parts. */
const textOf = ({ sections, ...rest }: QuizSettings): string =>
  JSON.stringify([
    sections.map(({ bankId, tag, count }) => [bankId, tag, count]),
    Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/**
 * The settings as they are edited here. Each change builds on the one before it, saved or not. What comes back from a
 * save of our own changes nothing; what somebody else saved, or an undo, is taken over.
 */
export function useOwnSettings(settings: QuizSettings, onSave: (settings: QuizSettings) => void) {
  const [own, setOwn] = useState(settings);
  const [seen, setSeen] = useState(settings);
  const latest = useRef(settings);
  /** What the server is known to hold, and what was sent to it since, as texts. */
  const held = useRef(textOf(settings));
  const sent = useRef<string[]>([]);
  if (settings !== seen) {
    setSeen(settings);
    const text = textOf(settings);
    const place = sent.current.indexOf(text);
    if (place >= 0) sent.current = sent.current.slice(place + 1);
    else if (text !== held.current) {
      sent.current = [];
      latest.current = settings;
      setOwn(settings);
    }
    held.current = text;
  }
  const change = (part: Partial<QuizSettings>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    sent.current = [...sent.current, textOf(next)];
    setOwn(next);
    onSave(next);
  };
  return { own, change };
}
