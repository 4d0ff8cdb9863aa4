import type { ResourceKind } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { useEffect, useRef, useState } from 'react';
import { resourceTexts } from '../texts/resources.js';
import { kindFor, wrongWith } from './resource-file.js';
import { RefusedFile } from './send-resource.js';

interface Underway {
  name: string;
  /** 0 to 100 while it is sent; null while it is looked into. */
  percent: number | null;
}
interface Job {
  file: File;
  kind: ResourceKind;
  onProgress: (percent: number | null) => void;
  signal: AbortSignal;
}

/** One file on its way at a time: how far it is, and what is wrong with it. Leaving the page stops it. */
export function useSend<T>(
  kinds: readonly ResourceKind[],
  work: (job: Job) => Promise<T>,
  onDone: (result: T, file: File) => void,
) {
  const { t } = useTexts(resourceTexts);
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send = async (file: File): Promise<void> => {
    const kind = kindFor(file.name, kinds);
    const wrong = wrongWith(file, kinds);
    if (kind === null || wrong !== null) {
      const wanted = kinds.map((each) => t(`kinds.${each}`)).join(', ');
      setError(t(`wrong.${wrong ?? 'otherKind'}`, { kinds: wanted }));
      return;
    }
    const abort = new AbortController();
    stop.current?.abort();
    stop.current = abort;
    setError(null);
    setUnderway({ name: file.name, percent: 0 });
    const onProgress = (percent: number | null) => setUnderway({ name: file.name, percent });
    try {
      const result = await work({ file, kind, onProgress, signal: abort.signal });
      if (abort.signal.aborted) return;
      setUnderway(null);
      onDone(result, file);
    } catch (problem) {
      if (abort.signal.aborted) return;
      setUnderway(null);
      setError(problem instanceof RefusedFile ? problem.message : problemText(problem));
    }
  };
  return { send: (file: File) => void send(file), underway, error };
}
