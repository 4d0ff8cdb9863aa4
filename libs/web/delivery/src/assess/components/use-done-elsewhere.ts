import type { CommitResult } from '@lms/contracts';
import { useEffect, useRef } from 'react';

/** Tells the player once when somebody else's decision finished the activity while it was open here. */
export function useDoneElsewhere(
  wasDone: boolean,
  status: { done: boolean; courseDone: boolean } | undefined,
  onDone: (result: CommitResult) => void,
): void {
  const told = useRef(wasDone);
  const done = status?.done === true;
  const courseDone = status?.courseDone === true;
  useEffect(() => {
    if (!done || told.current) return;
    told.current = true;
    onDone({ acknowledged: [], superseded: false, activityDone: true, courseDone });
  }, [done, courseDone, onDone]);
}
