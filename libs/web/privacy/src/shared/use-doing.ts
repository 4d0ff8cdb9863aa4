import { problemText } from '@lms/web-platform';
import { useState } from 'react';

/** One thing at a time is done: whether it runs, and what went wrong with the last one. */
export function useDoing() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (work: () => Promise<unknown>, then?: () => void): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      then?.();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
