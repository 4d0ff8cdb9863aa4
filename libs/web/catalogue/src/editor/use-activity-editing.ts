import type { Activity, SaveActivityRequest } from '@lms/contracts';
import { isProblem } from '@lms/web-platform';
import { useEffect, useRef, useState } from 'react';
import { forgetKeptTexts } from '../fields/use-kept-text.js';
import { useSaveActivity } from '../api/save-activity.js';

export type ActivityEdit = Partial<SaveActivityRequest>;

export interface ActivityEditing {
  save: (change: ActivityEdit) => void;
  /** The same, for a panel that waits for the end of it. Rejects while two people's changes stand against each other. */
  keep: (change: ActivityEdit) => Promise<unknown>;
  /** What one has typed that somebody else's change stands against; null without a conflict. */
  mine: ActivityEdit | null;
  keepMine: () => void;
  useTheirs: () => void;
  /** Another one after each `useTheirs`: fields with this as their key forget what was typed into them. */
  round: number;
  pending: ActivityEdit | null;
  error: unknown;
}

/**
 * Saves an activity field by field. When somebody else has changed the same field, nothing more is sent until its author
 * has chosen: what is typed meanwhile joins what was typed before.
 */
export function useActivityEditing(courseId: string, versionId: string, activity: Activity): ActivityEditing {
  const mutation = useSaveActivity(courseId, versionId, activity);
  const [later, setLater] = useState<ActivityEdit>({});
  const [round, setRound] = useState(0);
  // The panel that goes away says its last words; they are the ones that were just given up.
  const deaf = useRef(false);
  useEffect(() => {
    deaf.current = false;
  }, [round]);
  const conflict = isProblem(mutation.error, 'changed-meanwhile');
  const mine = conflict ? { ...mutation.variables, ...later } : null;

  const keep = (change: ActivityEdit): Promise<unknown> => {
    if (deaf.current) return Promise.reject(new Error('Given up'));
    if (!conflict) return mutation.mutateAsync(change);
    setLater({ ...later, ...change });
    return Promise.reject(new Error('Undecided'));
  };
  return {
    save: (change) => void keep(change).catch(() => undefined),
    keep,
    mine,
    keepMine: () => {
      if (!mine) return;
      setLater({});
      mutation.mutate(mine);
    },
    useTheirs: () => {
      deaf.current = true;
      forgetKeptTexts(activity.id);
      setLater({});
      setRound(round + 1);
      mutation.reset();
    },
    round,
    pending: mutation.isPending ? mutation.variables : null,
    error: mutation.error,
  };
}
