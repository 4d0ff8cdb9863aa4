import type { RuleVersion, SaveRuleVersionRequest } from '@lms/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { saveDraft } from '../api/change-rule.js';
import { ruleKeys } from '../api/keys.js';
import { wholeAudience } from '../audience/edit-tree.js';

const PAUSE_MS = 600;

export type Draft = SaveRuleVersionRequest;

export const draftOf = (version: RuleVersion): Draft => ({
  audienceId: version.audienceId,
  predicate: version.predicate,
  courseId: version.courseId,
  pathId: version.pathId,
  due: version.due,
  recurrence: version.recurrence,
  effectiveOn: version.effectiveOn,
  endsOn: version.endsOn,
});

/**
 * A draft that saves itself when typing pauses, one save after another. `flush` saves what is left and answers the edit
 * that is saved, or null when it is not.
 */
export function useDraft(version: RuleVersion) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(version));
  const [saved, setSaved] = useState(version);
  const [state, setState] = useState<{ at: 'saved' | 'saving' } | { at: 'failed'; error: unknown }>({ at: 'saved' });
  const latest = useRef(draft);
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
        const request = { ...latest.current, predicate: wholeAudience(latest.current.predicate) };
        const answer = await saveDraft(version.id, seen.current, request);
        seen.current = answer.version;
        setSaved(answer);
        setState({ at: 'saved' });
        await client.invalidateQueries({ queryKey: ruleKeys.list });
        return seen.current;
      } catch (error) {
        dirty.current = true;
        setState({ at: 'failed', error });
        return null;
      }
    };
    saving.current = saving.current.then(save, save);
    return saving.current;
  }, [client, version.id]);

  const change = (part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  };
  // Leaving the page saves what is left.
  useEffect(() => () => void flush(), [flush]);
  return { draft, change, flush, saved, state };
}
