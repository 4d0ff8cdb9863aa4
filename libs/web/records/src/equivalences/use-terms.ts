import type { EquivalenceTermsRequest, EquivalenceVersion } from '@lms/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { saveTerms } from './api.js';

const PAUSE_MS = 600;

const termsOf = (version: EquivalenceVersion): EquivalenceTermsRequest => ({
  kind: version.kind,
  remainderCourseId: version.remainderCourseId,
  fromOn: version.fromOn,
  toOn: version.toOn,
  limitMonths: version.limitMonths,
  reason: version.reason,
});

/**
 * The terms of a draft, which save themselves when typing pauses, one save after another. `flush` saves what is left and
 * answers the edit that is saved, or null when it is not.
 */
export function useTerms(version: EquivalenceVersion) {
  const [terms, setTerms] = useState(() => termsOf(version));
  const [saved, setSaved] = useState(version.version);
  const [state, setState] = useState<{ at: 'saved' | 'saving' } | { at: 'failed'; error: unknown }>({ at: 'saved' });
  const latest = useRef(terms);
  const seen = useRef(version.version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<number | null>>(Promise.resolve(null));
  const dirty = useRef(false);

  const flush = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current);
    const save = async (): Promise<number | null> => {
      if (!dirty.current) return seen.current;
      dirty.current = false;
      setState({ at: 'saving' });
      try {
        const answer = await saveTerms(version.id, seen.current, latest.current);
        seen.current = answer.versions.find(({ id }) => id === version.id)?.version ?? seen.current;
        setSaved(seen.current);
        setState({ at: 'saved' });
        return seen.current;
      } catch (error) {
        dirty.current = true;
        setState({ at: 'failed', error });
        return null;
      }
    };
    saving.current = saving.current.then(save, save);
    return saving.current;
  }, [version.id]);

  const change = (part: Partial<EquivalenceTermsRequest>) => {
    latest.current = { ...latest.current, ...part };
    setTerms(latest.current);
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  };
  // Leaving the page saves what is left.
  useEffect(() => () => void flush(), [flush]);
  return { terms, change, flush, saved, state };
}
