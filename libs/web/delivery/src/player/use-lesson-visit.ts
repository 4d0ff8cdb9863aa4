import type { OpenedActivity } from '@lms/contracts';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { beginLaunch } from '../api/open-activity.js';
import { FrameHost, type HostEvent, isPackage } from '../frame/frame-host.js';
import { RuntimeLogSender } from '../frame/runtime-log-sender.js';
import type { Contents, Go } from '../protocol/messages.js';
import type { PlayerQueue } from '../queue/player-queue.js';
import { offerVisitLog } from '../scorm/visit-log.js';
import { useLastWords } from './use-last-words.js';

export interface LessonVisit {
  failed: boolean;
  /** This browser cannot keep a copy. */
  notKept: boolean;
  /** The package has closed itself. */
  closed: boolean;
  contents: Contents | null;
  go: (go: Go) => void;
}

/** One visit: begun when the frame is there, and said goodbye to before the page goes elsewhere. */
export function useLessonVisit(
  frame: RefObject<HTMLIFrameElement | null>,
  opened: OpenedActivity,
  queue: PlayerQueue,
): LessonVisit {
  const host = useRef<FrameHost | null>(null);
  const [state, setState] = useState({ failed: !isPackage(opened), notKept: false, closed: false });
  const [contents, setContents] = useState<Contents | null>(null);
  useEffect(() => {
    const iframe = frame.current;
    if (!iframe || !isPackage(opened)) return;
    const request = queue.request ?? ((url: string, init: RequestInit): Promise<Response> => fetch(url, init));
    const calls = new RuntimeLogSender({ fetch: request, busy: () => queue.snapshot().waiting > 0 });
    let launchId: string | null = null;
    const onEvent = (event: HostEvent): void => {
      if (event.type === 'started') ({ launchId } = event.launch);
      if (event.type === 'failed') setState((now) => ({ ...now, failed: true }));
      if (event.type === 'not-kept') setState((now) => ({ ...now, notKept: true }));
      if (event.type === 'closed') setState((now) => ({ ...now, closed: true }));
      if (event.type === 'contents') setContents(event.contents);
    };
    const begin = () => beginLaunch(opened.attemptId);
    const visit = new FrameHost({ iframe, opened, queue, begin, onEvent, calls, fetch: request });
    visit.open();
    host.current = visit;
    const takeBack = offerVisitLog(() => ({ launchId, calls: calls.recent }));
    return () => {
      takeBack();
      visit.close();
    };
  }, [frame, opened, queue]);

  // Its last words are saved in order.
  useLastWords(() => host.current?.leave() ?? Promise.resolve());

  const go = useCallback((step: Go) => host.current?.go(step), []);
  return { ...state, contents, go };
}
