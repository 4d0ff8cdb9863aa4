import type { ReportProblemRequest } from '@lms/contracts';
import { problemText } from '@lms/web-platform';
import { useRef, useState } from 'react';
import { reportProblem } from '../api/problems.js';
import { visitLog } from '../scorm/visit-log.js';
import { deviceFacts } from './device-facts.js';

const draftOf = (activityId: string): string => `waymark.problem.${activityId}`;

export interface Report {
  words: string;
  state: 'writing' | 'sending' | 'sent';
  /** Why it could not be sent. */
  failure: string | null;
  write(words: string): void;
  send(): Promise<void>;
}

/** A report that is being written. Its words outlive the page, and the same report sent twice is one. */
export function useReport(activityId: string, waiting: number): Report {
  const [words, setWords] = useState(() => sessionStorage.getItem(draftOf(activityId)) ?? '');
  const [state, setState] = useState<Report['state']>('writing');
  const [failure, setFailure] = useState<string | null>(null);
  const id = useRef('');
  const write = (next: string): void => {
    setWords(next);
    setState('writing');
    sessionStorage.setItem(draftOf(activityId), next);
  };
  const send = async (): Promise<void> => {
    id.current ||= crypto.randomUUID();
    const { launchId, calls } = visitLog();
    const request: ReportProblemRequest = {
      ...{ id: id.current, words: words.trim(), launchId, device: deviceFacts(waiting), calls: [...calls] },
    };
    setState('sending');
    setFailure(null);
    try {
      await reportProblem(activityId, request);
      sessionStorage.removeItem(draftOf(activityId));
      id.current = '';
      setWords('');
      setState('sent');
    } catch (error) {
      setState('writing');
      setFailure(problemText(error));
    }
  };
  return { words, state, failure, write, send };
}
